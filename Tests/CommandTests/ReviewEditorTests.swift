import AfterwitProcesses
import Testing

@Suite("Deciding a review in the editor", .hangLimit)
struct ReviewEditorTests {
  @Test("What the editor saves is the decision, and the draft goes")
  func saved() async throws {
    try await ReviewScene.met.play { stage, words in
      try stage.writeEditor(#"sed -i '1s/far too [a-z]* [a-z]*/at the wrong pace/' "$1""#)
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

  @Test("The versions stand below a line, to be read; what is written there is kept, and named")
  func versions() async throws {
    try await ReviewScene.met.play { stage, words in
      try stage.writeEditor(
        #"cp "$1" "$T/shown"; sed -i '1s/far too [a-z]* [a-z]*/at the wrong pace/' "$1"; echo 'Ask Sam.' >>"$1""#
      )
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit review resolve "$overlap" edit
        Decided in {id}: Onsite
        happened now reads: I came ten minutes late. I talked at the wrong pace. I left early, and said no thanks.
        What you wrote below the line is not saved. It is kept in {path}:
          afterwit draft recover {path} --to {id}
        2 reviews are still open. Type: afterwit review
        desk$ sed -E -e 's/(quickly slowly|slowly quickly)/BOTH/' -e 's/, [0-9-]{10} [0-9:]{5}/, TIME/' -e 's/^#/=/' "$T/shown"
        I came ten minutes late. I talked far too BOTH. I left early, and said no thanks.
        --- everything below this line is only for reading ---
        = mine (this machine, TIME):
        =   I talked far too quickly.
        = theirs (laptop, TIME):
        =   I talked too slowly.
        = both:
        =   I talked far too BOTH.
        = before:
        =   I talked too fast.
        desk$ cat "$path"
        Ask Sam.
        desk$ afterwit show "$id" --field happened
        I came ten minutes late. I talked at the wrong pace. I left early, and said no thanks.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  /// What an editor may leave that decides nothing, and the first line that is said of it.
  private static let undecidable = [
    (#": >"$1""#, "The editor left an empty text."),
    (#"sed -i '1d' "$1""#, "The editor left an empty text."),
    (#"sed -i '/^---/d' "$1""#, "The line below which everything is only for reading is gone."),
    (#"printf 'caf\351' >"$1""#, "The text is not valid UTF-8."),
    (#"echo 'half a thought' >"$1"; kill -9 $$"#, #"The editor "sh {*}" failed."#),
  ]

  @Test(
    "Nothing is decided where nobody knows what was meant, and the text is kept",
    arguments: undecidable)
  func unreadable(_ editor: (script: String, says: String)) async throws {
    try await ReviewScene.met.play { stage, words in
      try stage.writeEditor(editor.script)
      try await Transcript(
        #"""
        desk$ afterwit status --all | grep held
        held         {held}
        desk$ EDITOR="sh $T/editor" afterwit review resolve "$overlap" edit >"$T/talk" 2>&1; [ $? -ne 0 ] && grep -v ^Killed "$T/talk"
        \#(editor.says)
        Your text is kept in {path}.
        {*} To save it: afterwit draft recover {name}
        desk$ test -e "$path" && afterwit status --all 2>/dev/null | grep -E 'reviews|held'
        reviews      3
        held         {held}
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A draft that an editor left is recovered without its notes, and decides")
  func recovered() async throws {
    try await ReviewScene.met.play { stage, words in
      try stage.writeEditor(#"sed -i '1s/far too [a-z]* [a-z]*/at the wrong pace/' "$1"; exit 3"#)
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit review resolve "$overlap" edit >"$T/talk" 2>&1; sed -n 's/.*draft recover //p' "$T/talk"
        {name}
        desk$ afterwit draft recover "$name" --to "$other" 2>/dev/null; afterwit show "$other" --field happened | grep -c '#'; true
        {other}
        0
        desk$ EDITOR="sh $T/editor" afterwit review resolve "$overlap" edit >"$T/talk" 2>&1; afterwit draft recover "$(sed -n 's/.*draft recover //p' "$T/talk")" 2>/dev/null; afterwit show "$id" --field happened
        {id}
        I came ten minutes late. I talked at the wrong pace. I left early, and said no thanks.
        desk$ afterwit review list --json | grep -c overlap
        0
        [1]
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
