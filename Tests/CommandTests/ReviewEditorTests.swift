import AfterwitProcesses
import Testing

@Suite("Deciding a review in the editor", .hangLimit)
struct ReviewEditorTests {
  @Test("What the editor saves is the decision, and the draft goes")
  func saved() async throws {
    try await ReviewScene.met.play { stage, words in
      try stage.writeEditor(#"sed -i 's/far too [a-z]* [a-z]*/at the wrong pace/' "$1""#)
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit review resolve "$overlap" edit
        Decided in {id}: Onsite
        happened now reads: I came ten minutes late. I talked at the wrong pace. I left early, and said no thanks.
        2 reviews are still open. Type: afterwit review
        desk$ afterwit show "$id" --field happened
        I came ten minutes late. I talked at the wrong pace. I left early, and said no thanks.
        desk$ ls "$AFTERWIT_HOME/drafts"
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        laptop$ afterwit review --json | grep -c overlap
        0
        [1]
        """#
      ).play(on: stage, knowing: words)
      try await stage.expectAgreement("desk", "laptop")
    }
  }

  @Test("An editor that fails, is killed, or saves nothing decides nothing and loses no word")
  func undecided() async throws {
    try await ReviewScene.met.play { stage, words in
      try stage.writeEditor(#"echo 'half a thought' >"$1"; exit 3"#)
      try await Transcript(
        #"""
        desk$ afterwit status --all | grep -E 'digest|held'
        digest       {digest}
        held         {held}
        desk$ EDITOR="sh $T/editor" afterwit review resolve "$overlap" edit 2>"$T/talk"
        [1]
        desk$ cat "$T/talk"
        The editor "sh {*}" failed.
        Your text is kept in {*}.
        Set VISUAL or EDITOR if it is the wrong one. To save it: afterwit draft recover {*}
        desk$ cat "$(sed -n 's/.*kept in \(.*\)\.$/\1/p' "$T/talk")"
        half a thought
        desk$ EDITOR='kill -9 $$; true' afterwit review resolve "$overlap" edit 2>&1 | wc -l
        3
        desk$ EDITOR='sleep 2; true' afterwit review resolve "$overlap" edit
        Nothing was saved, so nothing is decided.
        To keep what stands: afterwit review resolve {overlap} current
        desk$ afterwit status --all 2>/dev/null | grep -E 'reviews|digest|held'
        reviews      3
        digest       {digest}
        held         {held}
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
