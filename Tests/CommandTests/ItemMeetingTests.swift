import AfterwitProcesses
import Testing

@Suite("Items of lists on three machines, offline", .hangLimit)
struct ItemMeetingTests {
  @Test("One item moved on three stands once, at the place of the last move; and asks nothing")
  func moves() async throws {
    try await Self.play(
      #"""
      desk$ afterwit move "$call" --first
      Moved {call}: Call Ana
      laptop$ afterwit move "$call" --last
      Moved {call}: Call Ana
      tower$ afterwit move "$call" --after "$ask"
      Moved {call}: Call Ana
      """#,
      then: #"""
        {ask}  [ ]  Ask Bob
        {call}  [ ]  Call Ana
        {book}  [ ]  Book a room
        {dig}  [ ]  Dig out the notes
        {eat}  [ ]  Eat well
        """#)
  }

  @Test("A run of three moved apart stays a run, and what a third ticked in it is ticked")
  func movedRuns() async throws {
    try await Self.play(
      #"""
      tower$ afterwit done "$call"
      Done: {call}: Call Ana
      desk$ afterwit move "$book" "$call" "$dig" --last 2>/dev/null
      laptop$ afterwit move "$book" "$call" "$dig" --first 2>/dev/null
      """#,
      then: #"""
        {book}  [ ]  Book a room
        {call}  [x]  Call Ana
        {dig}  [ ]  Dig out the notes
        {ask}  [ ]  Ask Bob
        {eat}  [ ]  Eat well
        """#)
  }

  @Test("A run moved here, and one of it moved there: the one stands there, the others together")
  func runAndOne() async throws {
    try await Self.play(
      #"""
      desk$ afterwit move "$ask" "$book" "$call" --last 2>/dev/null
      laptop$ afterwit move "$book" --first
      Moved {book}: Book a room
      tower$ afterwit edit "$book" --set 'what=Book the large room'
      Changed {book}: Book the large room
      """#,
      then: #"""
        {book}  [ ]  Book the large room
        {dig}  [ ]  Dig out the notes
        {eat}  [ ]  Eat well
        {ask}  [ ]  Ask Bob
        {call}  [ ]  Call Ana
        """#)
  }

  @Test("Removed here and moved there is removed; removed and ticked stays, and is asked once")
  func removals() async throws {
    try await Self.listed.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit rm "$ask" "$eat"
        Deleted {ask}: Ask Bob
        Deleted {eat}: Eat well
        laptop$ afterwit move "$ask" "$eat" --first 2>/dev/null
        tower$ afterwit done "$eat"
        Done: {eat}: Eat well
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "tower", "desk", "laptop")
      var words = words
      for device in ["desk", "laptop", "tower"] {
        words = try await Transcript(
          #"""
          \#(device)$ afterwit show "$goal" 2>/dev/null | sed '1,/^steps/d'
          {eat}  [x]  Eat well
          {book}  [ ]  Book a room
          {call}  [ ]  Call Ana
          {dig}  [ ]  Dig out the notes
          \#(device)$ afterwit review list 2>/dev/null
          {review}  Ask for feedback  steps  removed on {*}  {*}
          \#(device)$ afterwit review show "$review" 2>/dev/null | grep -c 'Eat well'
          {*}
          """#
        ).play(on: stage, knowing: words)
      }
      try await Transcript(
        #"""
        laptop$ afterwit review resolve "$review" remove 2>&1 | tail -1
        No review is open any more.
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("laptop", "tower", "desk")
      try await Transcript(
        #"""
        tower$ afterwit show "$goal" | sed '1,/^steps/d'
        {book}  [ ]  Book a room
        {call}  [ ]  Call Ana
        {dig}  [ ]  Dig out the notes
        """#
      ).play(on: stage, knowing: words)
      try await stage.expectAgreement("desk", "laptop", "tower")
    }
  }

  @Test("Brought back on two machines it is the same item, once, and one removal takes it")
  func broughtBack() async throws {
    try await Self.listed.play { stage, words in
      _ = try await stage.run("afterwit rm \(words["dig"] ?? "")", at: "desk")
      try await stage.sync("desk", "laptop", "tower")
      try await Transcript(
        #"""
        desk$ afterwit restore "$dig"
        Restored {dig}: Dig out the notes
        laptop$ afterwit restore "$dig"
        Restored {dig}: Dig out the notes
        laptop$ afterwit move "$dig" --first
        Moved {dig}: Dig out the notes
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "tower", "desk", "laptop")
      try await Transcript(
        #"""
        tower$ afterwit show "$goal" | sed '1,/^steps/d'
        {dig}  [ ]  Dig out the notes
        {ask}  [ ]  Ask Bob
        {book}  [ ]  Book a room
        {call}  [ ]  Call Ana
        {eat}  [ ]  Eat well
        tower$ afterwit review --json | wc -l; afterwit rm "$dig"
        0
        Deleted {dig}: Dig out the notes
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("tower", "desk", "laptop")
      try await Transcript(
        #"""
        desk$ afterwit show "$goal" | sed '1,/^steps/d' | cut -d']' -f2
          Ask Bob
          Book a room
          Call Ana
          Eat well
        """#
      ).play(on: stage, knowing: words)
      try await stage.expectAgreement("desk", "laptop", "tower")
    }
  }

  @Test("Runs put in at one place stay together, each in its order")
  func runs() async throws {
    try await Self.listed.play { stage, words in
      let words = try await Transcript(
        #"""
        desk$ for n in 1 2 3; do afterwit add "$goal" step "desk $n" >/dev/null; done
        laptop$ for n in 1 2 3; do afterwit add "$goal" step "laptop $n" >/dev/null; done
        tower$ for n in 1 2 3; do afterwit add "$goal" step "tower $n" >/dev/null; done
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "tower", "desk", "laptop")
      try await Transcript(
        #"""
        tower$ afterwit show "$goal" | sed '1,/Eat well/d' | grep -o '[a-z]* [1-3]$' | tr '\n' ' ' | grep -oE '(desk 1 desk 2 desk 3|laptop 1 laptop 2 laptop 3|tower 1 tower 2 tower 3) ' | wc -l
        3
        """#
      ).play(on: stage, knowing: words)
      try await stage.expectAgreement("desk", "laptop", "tower")
    }
  }

  @Test("What was counted offline on three counts, each once; the same check on two is two")
  func counted() async throws {
    try await Self.listed.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit recite "$mantra" 2>/dev/null; afterwit recite "$mantra" >/dev/null
        I prepare.
        Recited 2 times.
        laptop$ afterwit recite "$mantra" >/dev/null
        Recited once.
        tower$ for n in 1 2 3; do afterwit recite "$mantra" 2>&1 >/dev/null; done | tail -1
        Recited 3 times.
        desk$ afterwit check "$goal" --on 2026-11-20 --note 'Asked' 2>/dev/null
        {one}
        laptop$ afterwit check "$goal" --on 2026-11-20 --note 'Asked' 2>/dev/null
        {two}
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "tower", "desk", "laptop")
      for device in ["desk", "laptop", "tower"] {
        try await Transcript(
          #"""
          \#(device)$ afterwit show "$mantra" | grep recited; afterwit show "$goal" | grep -c 'Asked  on 2026-11-20'; afterwit review --json | wc -l
          recited  6
          2
          0
          """#
        ).play(on: stage, knowing: words)
      }
      try await stage.expectAgreement("desk", "laptop", "tower")
    }
  }

  /// Plays what three machines do offline, and expects that all show these steps then, and no review.
  private static func play(_ apart: String, then steps: String) async throws {
    try await listed.play { stage, words in
      try await Transcript(apart).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "tower", "desk", "laptop")
      for device in ["desk", "laptop", "tower"] {
        try await Transcript(
          """
          \(device)$ afterwit show "$goal" | sed '1,/^steps/d'
          \(steps)
          \(device)$ afterwit review --json | wc -l
          0
          """
        ).play(on: stage, knowing: words)
      }
      try await stage.expectAgreement("desk", "laptop", "tower")
    }
  }

  /// A goal with five steps and a mantra, on three machines.
  private static let listed = Scene(after: .three) { stage, _ in
    let words = try await Transcript(
      #"""
      desk$ afterwit new mantra 'I prepare.'
      {mantra}
      desk$ afterwit new goal 'Ask for feedback'
      {goal}
      desk$ afterwit add @ step 'Ask Bob'
      {ask}
      desk$ afterwit add @ step 'Book a room'
      {book}
      desk$ afterwit add @ step 'Call Ana'
      {call}
      desk$ afterwit add @ step 'Dig out the notes'
      {dig}
      desk$ afterwit add @ step 'Eat well'
      {eat}
      """#
    ).play(on: stage)
    try await stage.sync("desk", "laptop", "tower")
    return words
  }
}
