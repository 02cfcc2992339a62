import AfterwitProcesses
import Testing

@Suite("Taking back, and bringing back", .hangLimit)
struct UndoTests {
  @Test("Step by step everything is taken back, and brought back to the same digest")
  func steps() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new reflection 'No offer. I was quiet.'
        {id}
        desk$ afterwit tag "$id" onsite 2>/dev/null
        desk$ afterwit edit "$id" --append 'Next time I ask first.' --set mood=2 2>/dev/null
        desk$ afterwit rm "$id" 2>/dev/null
        desk$ afterwit status --json | grep -o '"digest":"[0-9a-f]*"'
        {digest}
        desk$ afterwit undo
        Taken back: rm {id} “No offer.” ({*}).
        Next: edit {id} “No offer.” (happened, mood, {*}).
        desk$ afterwit undo
        Taken back: edit {id} “No offer.” (happened, mood, {*}).
        Next: tag {id} “No offer.” (tags, {*}).
        desk$ afterwit show "$id" --field happened
        No offer. I was quiet.
        desk$ afterwit undo >/dev/null; afterwit tags
        desk$ afterwit undo
        Taken back: new {id} “No offer.” ({*}).
        desk$ afterwit list; afterwit list --deleted; afterwit show "$id" 2>&1 | head -1
        No entry has an id that begins with “{id}”.
        desk$ afterwit undo
        There is nothing left to undo.
        desk$ afterwit redo
        Brought back: new {id} “No offer.” ({*}).
        Next: tag {id} “No offer.” (tags, {*}).
        desk$ afterwit redo >/dev/null; afterwit redo >/dev/null
        desk$ afterwit show "$id" --field happened
        No offer. I was quiet.
        Next time I ask first.
        desk$ afterwit redo
        Brought back: rm {id} “No offer.” ({*}).
        desk$ afterwit status --json | grep -o '"digest":"[0-9a-f]*"'
        {digest}
        desk$ afterwit redo
        There is nothing left to redo.
        """#
      ).play(on: stage)
    }
  }

  @Test("A new command leaves nothing to bring back, and log still names what was taken back")
  func named() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new goal 'Ask in meetings' --set state=active
        {id}
        desk$ afterwit add "$id" step 'Write three questions'
        {step}
        desk$ afterwit add "$id" step 'Ask one aloud'
        {second}
        desk$ afterwit move "$second" --first 2>/dev/null; afterwit done "$step" 2>/dev/null
        desk$ afterwit undo >/dev/null; afterwit undo
        Taken back: move {id} “Ask in meetings” (steps, {*}).
        Next: add {id} “Ask in meetings” (steps, {*}).
        desk$ afterwit tag "$id" pace 2>/dev/null; afterwit redo
        There is nothing left to redo.
        desk$ afterwit log | cut -c 29-
        tag      {id}  Ask in meetings
        undo     {id}  (move) Ask in meetings
        undo     {id}  (done) Ask in meetings
        done     {id}  (taken back) Ask in meetings
        move     {id}  (taken back) Ask in meetings
        add      {id}  Ask in meetings
        add      {id}  Ask in meetings
        new      {id}  Ask in meetings
        desk$ afterwit undo $(afterwit log | grep '(move)' | cut -c 1-8)
        Brought back: move {id} “Ask in meetings” (steps, {*}).
        desk$ afterwit undo $(afterwit log | grep ' done ' | cut -c 1-8)
        It was taken back already: done {id} “Ask in meetings” (steps, {*}).
        desk$ afterwit show "$id" | tail -2
        {second}  [ ]  Ask one aloud
        {step}  [ ]  Write three questions
        desk$ afterwit undo
        Taken back: tag {id} “Ask in meetings” (tags, {*}).
        Next: move {id} “Ask in meetings” (steps, {*}).
        """#
      ).play(on: stage)
    }
  }

  @Test("What was changed at once is taken back at once")
  func bulk() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ for word in one two three; do afterwit new reflection "Try $word." >/dev/null; done
        desk$ afterwit tag try --yes -- Try 2>/dev/null; afterwit rm --yes -- tag:try 2>/dev/null
        desk$ afterwit undo
        Taken back: rm 3 entries ({*}).
        Next: tag 3 entries (tags, {*}).
        desk$ afterwit list tag:try | wc -l
        3
        desk$ afterwit undo >/dev/null; afterwit list tag:try; afterwit list | wc -l
        3
        """#
      ).play(on: stage)
    }
  }

  @Test("An answer that is taken back opens its review again, and no other's value is overwritten")
  func answers() async throws {
    try await ReviewScene.met.play { stage, words in
      _ = try await Transcript(
        #"""
        desk$ afterwit review resolve "$overlap" mine 2>/dev/null; afterwit review resolve "$value" theirs 2>/dev/null
        desk$ afterwit show "$id" --field mood
        4
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        laptop$ afterwit edit "$id" --set mood=5 2>/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit undo
        Taken back: resolve {*} (mood, {*}). Nothing of it was shown any more.
        Next: resolve {*} (happened, {*}).
        desk$ afterwit show "$id" --field mood
        5
        desk$ afterwit undo >/dev/null; afterwit review 2>/dev/null | grep -c "$overlap"
        1
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null; afterwit review 2>/dev/null | grep -c "$overlap"
        1
        laptop$ afterwit undo >/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        """#
      ).play(on: stage, knowing: words)
      try await stage.expectAgreement("desk", "laptop")
    }
  }

  @Test("What somebody wrote into stays, the other places are taken back, and the page says how")
  func writtenInto() async throws {
    try await Scene.paired.play { stage, _ in
      let words = try await Transcript(
        #"""
        desk$ afterwit new reflection 'I was calm. I left.'
        {id}
        desk$ afterwit edit "$id" --text 'I was happy. I ran.' 2>/dev/null; afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        laptop$ afterwit edit "$id" --text 'I was glad. I ran.' 2>/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit undo
        Taken back: edit {*} (happened, {*}).
        What was written into it stays, with the words around that: edit {*} (happened, {*} on laptop).
        To take that back as well, type: afterwit undo {change}
        Next: new {*}.
        desk$ afterwit show "$id" --field happened
        I was glad. I left.
        """#
      ).play(on: stage)
      _ = try await Transcript(
        #"""
        desk$ afterwit undo "$change"
        Taken back: edit {*} (happened, {*} on laptop).
        desk$ afterwit show "$id" --field happened
        I was calm. I left.
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null; afterwit show "$id" --field happened
        I was calm. I left.
        """#
      ).play(on: stage, knowing: words)
      try await stage.expectAgreement("desk", "laptop")
    }
  }

  @Test("What two wrote alike stands once where a third, who wrote over it, takes that back")
  func alike() async throws {
    try await Scene.three.play { stage, _ in
      _ = try await Transcript(
        #"""
        desk$ afterwit new reflection 'I go.'
        {id}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        tower$ afterwit sync 2>/dev/null; afterwit edit "$id" --text 'I go away.' 2>/dev/null; afterwit sync 2>/dev/null
        laptop$ afterwit edit "$id" --text 'I go home.' 2>/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit edit "$id" --text 'I go home.' 2>/dev/null; afterwit sync 2>/dev/null
        tower$ afterwit sync 2>/dev/null; afterwit undo >/dev/null; afterwit show "$id" --field happened
        I go home.
        tower$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null; afterwit show "$id" --field happened
        I go home.
        """#
      ).play(on: stage)
      try await stage.expectAgreement("desk", "tower")
    }
  }

  @Test("Two bring the same words back: they stand once, and meet what a third wrote into them")
  func threeMachines() async throws {
    try await Scene.three.play { stage, _ in
      let words = try await Transcript(
        #"""
        desk$ afterwit new reflection 'I was calm. I asked about the team. I left.'
        {id}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        tower$ afterwit sync 2>/dev/null
        desk$ afterwit edit "$id" --text 'I was calm. I left.' 2>/dev/null; afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null; afterwit undo
        There is nothing left to undo.
        laptop$ afterwit undo $(afterwit log -n 1 | cut -c 1-8)
        Taken back: edit {id} “I was calm.” (happened, just now, on desk).
        desk$ afterwit undo >/dev/null
        tower$ afterwit edit "$id" --text 'I was calm. I asked about the whole team. I left.' 2>/dev/null
        """#
      ).play(on: stage)
      try await stage.sync("desk", "laptop", "tower", "desk", "laptop")
      for device in ["desk", "laptop", "tower"] {
        let shown = try await stage.run(
          "afterwit show \(words["id"] ?? "") --field happened; afterwit review", at: device)
        #expect(shown.output == "I was calm. I asked about the whole team. I left.\n", "\(device)")
      }
      try await stage.expectAgreement("desk", "laptop", "tower")
      try await Transcript(
        #"""
        desk$ afterwit redo | head -1
        Brought back: edit {id} {*}
        laptop$ afterwit redo >/dev/null
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "tower", "desk")
      try await stage.expectAgreement("desk", "laptop", "tower")
    }
  }
}
