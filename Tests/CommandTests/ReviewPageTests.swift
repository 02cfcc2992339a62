import AfterwitProcesses
import Testing

@Suite("Pages of reviews", .hangLimit)
struct ReviewPageTests {
  /// A text on both machines, and what each makes of it before they meet.
  private static func meeting(
    _ base: String, desk: String, laptop: String,
    _ body: (Stage, [String: String]) async throws -> Void
  ) async throws {
    try await Scene.paired.play { stage, _ in
      let words = try await Transcript(
        #"""
        desk$ printf '\#(base)' | afterwit new reflection - --title Onsite
        {id}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ printf '\#(desk)' | afterwit edit "$id" - 2>/dev/null
        laptop$ printf '\#(laptop)' | afterwit edit "$id" - 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit review list 2>/dev/null
        {review}  {*}
        """#
      ).play(on: stage)
      try await body(stage, words)
    }
  }

  @Test("A sentence that one took out and the other edited is kept or removed")
  func removal() async throws {
    try await Self.meeting(
      "I practise. I sleep too little.", desk: "I practise.",
      laptop: "I practise. I sleep far too little."
    ) { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review list 2>/dev/null
        {review}  Onsite  happened  same words  this machine and laptop, {*}
        desk$ afterwit review show "$review" 2>"$T/talk" | tr '{}' '<>'
        Onsite
        {review} · entry {id} · happened
        This machine took out “I sleep too little.” in happened, and laptop edited it without knowing.
        keep · laptop, {*} · stands now
            I practise. I sleep <+far +>too little.
        remove · this machine, {*}
            I practise.[- I sleep too little.-]
        base · what stood before
            I practise. I sleep too little.
        desk$ cat "$T/talk"
        Decide: afterwit review resolve {review} keep (or remove, base, edit, --text TEXT)
        laptop$ afterwit review show "$review" --json | grep -o '"answer":"[a-z]*"'
        "answer":"keep"
        "answer":"remove"
        "answer":"base"
        laptop$ afterwit review resolve "$review" theirs
        Decided in {id}: Onsite
        Nothing stands at that place of happened now.
        No review is open any more.
        desk$ afterwit review resolve "$review" keep
        Decided in {id}: Onsite
        happened now reads: I sleep far too little.
        No review is open any more.
        desk$ afterwit show "$id" --field happened
        I practise. I sleep far too little.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Where nobody rewrote anything, both added")
  func added() async throws {
    try await Self.meeting(
      "I froze.", desk: "I froze. It was cold.", laptop: "I froze. Nobody spoke."
    ) { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review show "$review" 2>/dev/null | tr '{}' '<>'
        Onsite
        {review} · entry {id} · happened
        This machine and laptop both added words in happened.
        mine · this machine, {*}
            I froze.<+ It was cold.+>
        theirs · laptop, {*}
            I froze.<+ Nobody spoke.+>
        both · stands now
            I froze.<+ {*}+>
        base · what stood before
            I froze.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A paragraph that was joined in the disputed words is shown, and a time is one word")
  func joined() async throws {
    try await Self.meeting(
      #"It was at 14:30.\nThen I left."#, desk: "It was at 15:30 and I left.",
      laptop: #"It was at 14:00.\nThen I left at once."#
    ) { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review show "$review" 2>/dev/null | grep -A 2 '^mine' | tr '{}' '<>'
        mine · this machine, {*}
            It was at [-14:30.↵Then-] <+15:30 and+> I left.
        theirs · laptop, {*}
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("All machines that wrote a side are named")
  func machines() async throws {
    try await ReviewScene.apart.play { stage, words in
      try await Transcript(
        #"""
        laptop$ afterwit edit "$id" --text 'I talked too loud.'
        Changed {id}: {*}
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "tower", "desk")
      try await Transcript(
        #"""
        desk$ afterwit review list 2>/dev/null
        {review}  I talked {*}  happened  same words  this machine, {*} and {*}, {*}
        desk$ afterwit review show "$review" 2>/dev/null | grep -E '^This|^mine'
        This machine, {*} and {*} rewrote “I talked too fast.” in happened.
        mine · this machine, {*} · laptop, {*}
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
