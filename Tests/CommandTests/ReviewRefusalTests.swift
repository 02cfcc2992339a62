import AfterwitProcesses
import Testing

@Suite("Decisions that cannot be taken", .hangLimit)
struct ReviewRefusalTests {
  @Test("Three lines, the exit code, and nothing changed")
  func refusals() async throws {
    try await ReviewScene.met.play { stage, words in
      for input in [
        BadInput(#"afterwit review show "$overlap.9""#, 9, ".9"),
        BadInput(#"afterwit review resolve "$overlap.9" mine"#, 9, ".9"),
        BadInput(#"afterwit review resolve "$overlap" side 9"#, 2, "9"),
        BadInput(#"afterwit review resolve "$deletion" both"#, 2, "kept or removed"),
        BadInput(#"afterwit review resolve "$overlap" keep"#, 2, "took away"),
        BadInput(#"afterwit review resolve "$value" remove"#, 2, "took away"),
        BadInput(#"afterwit review resolve "$overlap" perhaps"#, 2, "perhaps"),
        BadInput(#"afterwit review resolve "$overlap""#, 2, "decision"),
        BadInput(#"afterwit review resolve "$value" --text 9"#, 2, "mood"),
        BadInput(#"afterwit review resolve "$overlap" - </dev/null"#, 2, "stdin"),
        BadInput(#"printf 'caf\351' | afterwit review resolve "$overlap" -"#, 2, "UTF-8"),
        BadInput(#"EDITOR=false afterwit review resolve "$overlap" edit"#, 1, "editor"),
        BadInput(#"afterwit review resolve 7777777777777777 mine"#, 9, "7777777777777777"),
      ] {
        try await BadInputTests.expectRefusal(input, on: stage, knowing: words)
      }
    }
  }

  @Test("One that is resolved already, here or elsewhere, is not open")
  func resolvedAlready() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review show "$overlap" >/dev/null 2>&1
        desk$ afterwit review resolve "$value" mine
        ...
        laptop$ afterwit review resolve "$overlap" mine
        ...
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        """#
      ).play(on: stage, knowing: words)
      for input in [
        BadInput(#"afterwit review resolve "$value" mine"#, 9, "decided"),
        BadInput(#"afterwit review resolve "$overlap" theirs"#, 9, "decided"),
        BadInput(#"EDITOR=true afterwit review resolve "$overlap" edit"#, 9, "decided"),
      ] {
        try await BadInputTests.expectRefusal(input, on: stage, knowing: words)
      }
    }
  }

  @Test("One that a third side has joined since it was shown is shown again before it is decided")
  func joinedSinceShown() async throws {
    try await ReviewScene.apart.play { stage, words in
      let words = try await Transcript(
        #"""
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit review list 2>/dev/null
        {review}  {*}
        desk$ afterwit review show "$review" >/dev/null 2>&1
        tower$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        """#
      ).play(on: stage, knowing: words)
      for answer in ["mine", "current", "--text x"] {
        try await BadInputTests.expectRefusal(
          BadInput("afterwit review resolve \"$review\" \(answer)", 1, "changed"), on: stage,
          knowing: words)
      }
      try await Transcript(
        #"""
        desk$ afterwit review show "$review" 2>/dev/null | grep -c '^side'
        3
        desk$ afterwit review resolve "$review" current
        ...
        No review is open any more.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("One whose words were edited since it was shown is shown again before it is decided")
  func changedSinceShown() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review show "$overlap" >/dev/null 2>&1
        laptop$ afterwit edit "$id" --text 'I talked all the time.'
        Changed {id}: Onsite
        These words are under review, which stays open. Look, and decide:
          afterwit review show {overlap}
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        """#
      ).play(on: stage, knowing: words)
      try await BadInputTests.expectRefusal(
        BadInput(#"afterwit review resolve "$overlap" mine"#, 1, "changed"), on: stage,
        knowing: words)
      try await Transcript(
        #"""
        desk$ afterwit review show "$overlap" >/dev/null 2>&1
        desk$ afterwit review resolve "$overlap" current
        ...
        desk$ afterwit show "$id" --field happened
        I talked all the time.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("An edit over the sides is not taken away by a side, both or before, unless that is said")
  func editedSince() async throws {
    try await ReviewScene.met.play { stage, words in
      let edited =
        "I came ten minutes late. I talked all the time. I left early, and said no thanks."
      let words = words.merging(["edited": edited]) { word, _ in word }
      try await Transcript(
        #"""
        desk$ afterwit edit "$id" --text "$edited" 2>/dev/null
        desk$ afterwit review show "$overlap" >/dev/null 2>&1
        """#
      ).play(on: stage, knowing: words)
      for answer in ["mine", "theirs", "side 1", "both", "base"] {
        try await BadInputTests.expectRefusal(
          BadInput("afterwit review resolve \"$overlap\" \(answer)", 2, "edited"), on: stage,
          knowing: words)
      }
      try await Transcript(
        #"""
        desk$ afterwit show "$id" --field happened
        \#(edited)
        desk$ afterwit review show "$overlap" 2>/dev/null | grep -A 1 '^current' | tr '{}' '<>'
        current · written over the sides since · stands now
            I came ten minutes late. I talked [-too fast-] <+all the time+>. I left early, and said no thanks.
        desk$ afterwit review show "$overlap" 2>&1 >/dev/null
        Decide: afterwit review resolve {overlap} current (or mine, theirs, both, base, edit, --text TEXT)
        What stands was written over the sides: another answer needs --replace.
        desk$ afterwit review resolve "$overlap" mine --replace
        Decided in {id}: Onsite
        happened now reads: I talked far too quickly.
        2 reviews are still open. Type: afterwit review
        desk$ afterwit show "$id" --field happened
        I came ten minutes late. I talked far too quickly. I left early, and said no thanks.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("The beginning of several ids is told from one that is unique")
  func ambiguous() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ for n in $(seq 33); do afterwit new reflection "$n"; done >"$T/ids"
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ while read id; do afterwit edit "$id" --set mood=2; done <"$T/ids" 2>&1 | grep -c ^Changed
        33
        laptop$ while read id; do afterwit edit "$id" --set mood=4; done <"$T/ids" 2>&1 | grep -c ^Changed
        33
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit review 2>/dev/null | wc -l
        33
        desk$ R=$(afterwit review 2>/dev/null | cut -c 1 | sort | uniq -d | head -1); afterwit review show "$R" 2>"$T/talk"
        [9]
        desk$ wc -l <"$T/talk"
        3
        """#
      ).play(on: stage)
    }
  }
}
