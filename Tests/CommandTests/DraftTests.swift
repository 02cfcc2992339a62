import AfterwitProcesses
import Foundation
import Testing

@Suite("Drafts", .hangLimit)
struct DraftTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'I came late. I talked too fast.'
      {id}
      """#
    ).play(on: stage)
  }

  @Test(
    "A draft that is found in use is left alone, and no file is closed twice for it",
    .enabled("strace is not there, or may not trace") { await Machinery.traces() })
  func inUse() async throws {
    try await Self.begin.play { stage, words in
      // A second closing may meet a file that another thread has opened meanwhile.
      try stage.writeEditor(#"strace -f -o "$T/calls" -e trace=close afterwit draft list"#)
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" --field happened 2>/dev/null | grep -c ' open '
        1
        desk$ grep -c EBADF "$T/calls"
        0
        [1]
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test(
    "The command and its editor are killed: the edit is recovered on the version it was made on")
  func killed() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(
        #"sed -i 's/too fast/much too fast/' "$1"; echo $$ >"$T/editor.pid"; exec sleep 900"#)
      try await Transcript(
        #"""
        desk$ exec 2>/dev/null; EDITOR="sh $T/editor" afterwit edit "$id" --field happened & p=$!; while [ ! -s "$T/editor.pid" ]; do sleep 0.05; done; kill -9 $p; wait $p
        [137]
        # The editor lives on: nobody takes its draft away.
        desk$ afterwit draft list | sed 's/-[a-z]*-/-/'
        {id}-{suffix}  {id}  happened  open  I came late. I talked much too fast.
        desk$ afterwit draft drop "$id" --yes
        The draft {name} is open in an editor.
        It was left as it is.
        {*}
        [8]
        desk$ afterwit draft recover "$id" 2>/dev/null
        [8]
        desk$ afterwit status --all | grep drafts
        here         1 entry, no drafts
        # Others write meanwhile, then the editor is killed too.
        desk$ afterwit edit "$id" --text 'I came ten minutes late. I talked too fast.'
        Changed {id}: {*}
        desk$ kill -9 "$(cat "$T/editor.pid")"
        desk$ for n in 1 2 3 4 5 6 7 8 9; do afterwit draft list | grep -q open || break; sleep 0.2; done
        desk$ afterwit draft list --json
        {{*}"name":"{name}",{*}"field":"happened",{*}"open":false}
        desk$ afterwit
        ...
          1 draft left: afterwit draft list
        desk$ afterwit draft recover "$id"
        {id}
        Changed {id}: {*}
        Meanwhile, this machine changed happened too; both are merged.
        desk$ afterwit show "$id" --field happened
        I came ten minutes late. I talked much too fast.
        desk$ ls "$AFTERWIT_HOME/drafts"
        desk$ afterwit draft list
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("An edit that was committed before its draft could go is not recorded a second time")
  func committedAlready() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(
        #"echo ' Never again.' >>"$1"; cp "$1" "$T/draft.md"; cp "${1%/*}.draft" "$T/draft.draft""#
      )
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" --field happened
        Changed {id}: {*}
        desk$ afterwit show "$id" --field happened
        I came late. I talked too fast. Never again.
        # What a crash between the commit and the removal would have left in the first versions, whose
        # drafts had no folders.
        desk$ cp "$T/draft.md" "$T/draft.draft" "$AFTERWIT_HOME/drafts/"
        desk$ afterwit draft recover draft
        {id}
        The text was there already; the draft is gone.
        desk$ afterwit show "$id" --field happened
        I came late. I talked too fast. Never again.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A draft goes to another entry and field, after what stands there, or is dropped")
  func elsewhere() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(#"echo 'A thought.' >"$1"; exit 3"#)
      try await Transcript(
        #"""
        desk$ afterwit new goal 'Slow down'
        {goal}
        desk$ for n in 1 2 3; do EDITOR="sh $T/editor" afterwit edit "$id" --field happened 2>/dev/null; done
        [1]
        desk$ afterwit status --all 2>&1 | grep draft
        here         2 entries, 3 drafts   afterwit draft list
        desk$ afterwit draft recover "$id"
        “{id}” is the beginning of several drafts: {*}
        Nothing was changed.
        Repeat the command with more of the name.
        [9]
        desk$ afterwit draft recover "$(afterwit draft list | head -1 | cut -d' ' -f1)" --to "$goal" --field plan
        {goal}
        Changed {goal}: {*}
        desk$ afterwit draft recover "$(afterwit draft list | head -1 | cut -d' ' -f1)" --to "$id"
        {id}
        Changed {id}: {*}
        desk$ afterwit show "$goal" --field plan
        A thought.
        desk$ afterwit show "$id" --field happened
        I came late. I talked too fast.

        A thought.
        # The last one goes, but not without a yes.
        desk$ afterwit draft drop "$id" --dry-run
        {name}  {id}  happened  {*}  A thought.
        desk$ afterwit draft drop "$id"
        There is no terminal to ask at whether to throw the draft away.
        Nothing was changed.
        Add --yes, or look first: afterwit draft drop {name} --dry-run
        [2]
        desk$ afterwit draft drop "$id" --yes
        desk$ afterwit draft list
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A command that the machine refused is kept whole, and recovered as it was given")
  func refused() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ head -c 600000 /dev/zero | tr '\0' a | afterwit new reflection - --title 'Too long' --tag kept --set mood=2 2>"$T/talk"
        [2]
        desk$ afterwit draft list | cut -c1-60
        kept-{suffix}  new reflection  happened  {*}
        desk$ echo 'Short enough.' >"$AFTERWIT_HOME/drafts/kept-$suffix/kept-$suffix.md"
        desk$ afterwit draft recover kept
        {new}
        Changed {new}: {*}
        desk$ afterwit show "$new" | sed -n '1p; 3,5p'
        Too long
        tags  kept
        mood  2
        desk$ afterwit show "$new" --field happened
        Short enough.
        desk$ afterwit show "$new" --field happened | wc -l
        1
        desk$ ls "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("An editor that leaves nothing, one that is killed, and one that is not there")
  func bad() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ EDITOR='f() { : >"$1"; }; f' afterwit edit "$id" --field happened
        The editor left an empty text.
        Your text is kept in {path}.
        To empty the field on purpose: {*} To save it: afterwit draft recover {name}
        [2]
        desk$ afterwit draft drop "$name" --yes
        desk$ EDITOR='f() { echo half >"$1"; kill -9 $$; }; f' afterwit edit "$id" --field happened
        The editor "{*}" failed.
        Your text is kept in {another}.
        Set VISUAL or EDITOR if it is the wrong one. To save it: afterwit draft recover {second}
        [1]
        desk$ cat "$another"
        half
        desk$ afterwit draft drop "$second" --yes
        desk$ EDITOR=no-such-editor afterwit edit "$id" --field happened 2>&1 | tail -3
        The editor "no-such-editor" failed.
        The journal is unchanged, and nothing was typed.
        Set VISUAL or EDITOR, or send the text to afterwit edit with -.
        desk$ ls "$AFTERWIT_HOME/drafts"
        desk$ afterwit show "$id" --field happened
        I came late. I talked too fast.
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
