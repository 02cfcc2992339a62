import AfterwitProcesses
import Testing

@Suite("What an edit met is said when it ends", .hangLimit)
struct EditMeetingTests {
  private static let begin = Scene(after: .paired) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'I came late. I talked too fast.' --title Onsite --set mood=3
      {id}
      desk$ afterwit sync 2>/dev/null
      laptop$ afterwit sync 2>/dev/null
      """#
    ).play(on: stage)
  }

  /// An editor that is open while the desk syncs, and then rewrites a word.
  private static func editor(_ script: String) -> String {
    #"afterwit sync >/dev/null 2>&1; sed -i '\#(script)' "$1""#
  }

  @Test("Another sentence of another machine is merged, and a sentence says so")
  func merged() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(Self.editor("s/too fast/far too fast/"))
      try await Transcript(
        #"""
        laptop$ afterwit edit "$id" --text 'I came ten minutes late. I talked too fast.' --set mood=4
        Changed {id}: Onsite
        laptop$ afterwit sync 2>/dev/null
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" --field happened
        Changed {id}: Onsite
        Meanwhile, laptop changed happened too; both are merged.
        desk$ afterwit show "$id" --field happened
        I came ten minutes late. I talked far too fast.
        # A field that is not the one in the editor is no news.
        laptop$ afterwit edit "$id" --set role=engineer
        Changed {id}: Onsite
        laptop$ afterwit sync 2>/dev/null
        desk$ EDITOR="sed -i 's/far too/much too/'" afterwit edit "$id" --field happened
        Changed {id}: Onsite
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("The same words of another machine open a review, which is named at once")
  func opened() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(Self.editor("s/too fast/too loud/"))
      try await Transcript(
        #"""
        laptop$ afterwit edit "$id" --text 'I came late. I talked too much.'
        Changed {id}: Onsite
        laptop$ afterwit sync 2>/dev/null
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" --field happened
        Changed {id}: Onsite
        Meanwhile, laptop changed the same words. Both stand until you decide:
          afterwit review show {review}
        desk$ afterwit review list 2>/dev/null
        {review}  Onsite  happened  same words  this machine and laptop, {*}
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("The same is said where a draft is recovered")
  func recovered() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(Self.editor("s/too fast/too loud/") + "; exit 3")
      try await Transcript(
        #"""
        laptop$ afterwit edit "$id" --text 'I came late. I talked too much.'
        Changed {id}: Onsite
        laptop$ afterwit sync 2>/dev/null
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" --field happened >/dev/null 2>&1
        [1]
        desk$ afterwit draft recover "$(afterwit draft list | cut -d' ' -f1)"
        {id}
        Changed {id}: Onsite
        Meanwhile, laptop changed the same words. Both stand until you decide:
          afterwit review show {review}
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Words that are mended under a review: it stays open, and what to type is said")
  func mended() async throws {
    try await ReviewScene.met.play { stage, words in
      let edited =
        "I came ten minutes late. I talked all the time. I left early, and said no thanks."
      try stage.writeEditor(#"sed -i 's/all the time/far too often/' "$1""#)
      try await Transcript(
        #"""
        desk$ afterwit edit "$id" --text '\#(edited)'
        Changed {id}: Onsite
        These words are under review, which stays open. Look, and decide:
          afterwit review show {overlap}
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" --field happened
        Changed {id}: Onsite
        These words are under review, which stays open. Look, and decide:
          afterwit review show {overlap}
        desk$ afterwit review resolve "$overlap" mine 2>&1 | head -1
        What stands in part 1 was edited after both sides had come together.
        # Beside them nothing is under review, and a value that is set is decided.
        desk$ afterwit edit "$id" --append 'It is over.'
        Changed {id}: Onsite
        desk$ afterwit edit "$id" --set mood=5
        Changed {id}: Onsite
        That decided the review of mood.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A decision in an editor that meets a new edit of the same words says so")
  func decided() async throws {
    try await ReviewScene.met.play { stage, words in
      try stage.writeEditor(Self.editor("1s/far too [a-z]* [a-z]*/at the wrong pace/"))
      try await Transcript(
        #"""
        laptop$ afterwit edit "$id" --text 'I came ten minutes late. I said nothing. I left early, and said no thanks.' 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ EDITOR="sh $T/editor" afterwit review resolve "$overlap" edit
        Decided in {id}: Onsite
        happened now reads: I came ten minutes late. {*}
        Meanwhile, laptop changed the same words. Both stand until you decide:
          afterwit review show {overlap}
        3 reviews are still open. Type: afterwit review
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
