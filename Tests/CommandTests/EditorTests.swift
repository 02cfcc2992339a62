import AfterwitProcesses
import Testing

@Suite("The editor", .hangLimit)
struct EditorTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'I came late. I talked too fast.'
      {id}
      """#
    ).play(on: stage)
  }

  @Test("What another process wrote while the editor was open stands beside what the editor saved")
  func leftOpen() async throws {
    try await Self.begin.play { stage, words in
      // The editor lets another process of the same home edit and tag, then saves its own text.
      try stage.writeEditor(
        """
        afterwit edit "$id" --text 'I came late. I talked too fast, and too much.'
        afterwit tag "$id" meanwhile
        sed -i 's/I came late/I came ten minutes late/' "$1"
        """)
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" --field happened
        Changed {id}: I came late.
        Changed {id}: I came late.
        Changed {id}: I came ten minutes late.
        Meanwhile, this machine changed happened too; both are merged.
        desk$ afterwit show "$id" --field happened
        I came ten minutes late. I talked too fast, and too much.
        desk$ afterwit show "$id" --field tags
        meanwhile
        desk$ ls "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("An editor that fails loses no word, and one that changes nothing changes nothing")
  func failing() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(#"echo 'half a thought' >"$1"; exit 3"#)
      try await Transcript(
        #"""
        desk$ VISUAL="sh $T/editor" EDITOR=true afterwit edit "$id" --field happened 2>"$T/talk"
        [1]
        desk$ wc -l <"$T/talk"
        3
        desk$ cat "$(sed -n 's/.*kept in \(.*\)\.$/\1/p' "$T/talk")"
        half a thought
        desk$ afterwit show "$id" --field happened
        I came late. I talked too fast.
        desk$ afterwit status --all 2>/dev/null | grep -E 'digest|held'
        digest       {digest}
        held         {held}
        # That one is left as a draft, and status says so; the next finds nothing to keep.
        desk$ afterwit status | grep ^here
        here       1 entry, 1 draft   afterwit draft list
        desk$ afterwit draft drop --yes "$(afterwit draft list | cut -d' ' -f1)"
        desk$ EDITOR='sleep 2; true' afterwit edit "$id" --field lesson
        Nothing was changed in {id}: I came late.
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        desk$ afterwit status --all | grep -E 'digest|held'
        digest       {digest}
        held         {held}
        """#
      ).play(on: stage, knowing: words)
    }
  }
}

extension Stage {
  /// Writes the script that stands for an editor.
  func writeEditor(_ script: String) throws {
    try scratch.write((script + "\n").utf8, to: "editor")
  }
}
