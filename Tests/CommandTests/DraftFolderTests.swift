import AfterwitProcesses
import Testing

@Suite("The folder of a draft", .hangLimit)
struct DraftFolderTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'I came late. I talked too fast.'
      {id}
      """#
    ).play(on: stage)
  }

  /// What Vim and others leave beside a text, and an edit.
  private static let leaving = #"""
    n=$(basename "$1"); cd "$(dirname "$1")"
    cp "$n" "$n~"; cp "$n" ".$n.un~"; cp "$n" ".$n.swp"; mkdir .cache; cp "$n" .cache
    sed -i 's/too fast/much too fast/' "$n"
    """#

  @Test("What an editor leaves beside the text goes with the draft: saved, recovered or dropped")
  func leftovers() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(Self.leaving + "\nexit $code")
      try await Transcript(
        #"""
        desk$ code=0 EDITOR="sh $T/editor" afterwit edit "$id" --field happened
        Changed {id}: I came late. I talked much too fast.
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        desk$ for n in 1 2; do code=1 EDITOR="sh $T/editor" afterwit edit "$id" --field happened 2>/dev/null; done; ls "$AFTERWIT_HOME/drafts" | wc -l
        4
        desk$ stat -c %a "$AFTERWIT_HOME"/drafts/*/ "$AFTERWIT_HOME"/drafts/*/*.md "$AFTERWIT_HOME"/drafts/*.draft | sort | uniq -c
              4 600
              2 700
        desk$ afterwit draft recover "$(afterwit draft list | head -1 | cut -d' ' -f1)"
        {id}
        Changed {id}: {*}
        desk$ afterwit draft drop "$(afterwit draft list | head -1 | cut -d' ' -f1)" --yes
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Drafts of the first versions, which had no folders, are listed, recovered and dropped")
  func firstVersions() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(
        #"sed -i 's/too fast/much too fast/' "$1"; cp "$1" "$T/text"; cp "${1%/*}.draft" "$T/sidecar"; exit 1"#
      )
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" --field happened 2>/dev/null; afterwit draft drop "$id" --yes
        desk$ cd "$AFTERWIT_HOME/drafts"; for n in first second; do cp "$T/text" $n.md; cp "$T/sidecar" $n.draft; cp "$T/text" $n.md~; cp "$T/text" .$n.md.un~; done; cp "$T/text" gone.md~
        desk$ afterwit draft list
        first   {id}  happened  {*}  I came late. I talked much too fast.
        second  {id}  happened  {*}  I came late. I talked much too fast.
        desk$ afterwit status --all 2>/dev/null | grep drafts
        here         1 entry, 2 drafts   afterwit draft list
        desk$ afterwit draft recover first
        {id}
        Changed {id}: {*}
        desk$ afterwit show "$id" --field happened
        I came late. I talked much too fast.
        desk$ afterwit draft drop "$AFTERWIT_HOME/drafts/second.md" --yes
        # Copies of drafts that are long gone go with the next edit.
        desk$ EDITOR='sleep 2; true' afterwit edit "$id" --field happened 2>/dev/null; ls -A "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Words that an editor left unsaved when it died are looked at before the draft goes")
  func unsaved() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(
        #"sed -i 's/too fast/much too fast/' "$1"; sleep 0.1; echo more >"$(dirname "$1")/.$(basename "$1").swp"; exit 1"#
      )
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" --field happened 2>/dev/null
        [1]
        desk$ afterwit draft recover "$id"
        The editor has died, and {swap} may hold words that the draft does not.
        The text is kept in {text}.
        Open {text} with that editor, {*}
        [1]
        desk$ cat "$swap"
        more
        # Once the draft was saved again, what is older is of no use.
        desk$ sleep 0.1; echo 'I came late, and more.' >"$text"; afterwit draft recover "$id"
        {id}
        Changed {id}: {*}
        desk$ afterwit show "$id" --field happened
        I came late, and more.
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Words that were never saved before the editor died are not thrown away with the draft")
  func neverSaved() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(
        #"sleep 0.1; echo typed >"$(dirname "$1")/.$(basename "$1").swp"; exit 1"#)
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" --field happened
        The editor "sh {*}" failed.
        Your text is kept in {text}.
        Set VISUAL or EDITOR if it is the wrong one. To save it: afterwit draft recover {name}
        [1]
        desk$ afterwit draft recover "$name"
        The editor has died, and {swap} may hold words that the draft does not.
        ...
        [1]
        # Opened again it is the same draft, and the editor finds what it left.
        desk$ EDITOR='f() { cat "$(dirname "$1")/.$(basename "$1").swp" >"$1"; }; f' afterwit edit "$id" --field happened
        Changed {id}: typed
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A text of one's own that is named by its path takes nothing with it")
  func ownFile() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ mkdir "$T/notes"; cd "$T/notes"; echo 'And a note.' >notes.md; echo other >other.md; echo copy >notes.md~; echo mine >../notes.draft
        desk$ afterwit draft recover "$T/notes/notes.md" --to "$id"
        {id}
        Changed {id}: {*}
        desk$ ls "$T/notes"
        notes.md~
        other.md
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
