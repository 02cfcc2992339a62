import AfterwitProcesses
import Testing

@Suite("An editor in a window", .hangLimit)
struct WindowTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'I came late. I talked too fast.'
      {id}
      """#
    ).play(on: stage)
  }

  @Test("One that returns at once keeps its draft, and what is saved later is recovered once")
  func savedLater() async throws {
    try await Self.begin.play { stage, words in
      // The window is another process; it saves long after the command has ended.
      try stage.scratch.write(
        "#!/bin/sh\necho \"$1\" >\"$T/window\"\n".utf8, to: "gvim")
      try await Transcript(
        #"""
        desk$ chmod +x "$T/gvim"; VISUAL="$T/gvim" afterwit edit "$id" --field happened
        The editor "{*}/gvim" ended at once, and nothing was changed yet.
        If its window is open, save there, then type: afterwit draft recover {name}
        To be waited for, it needs its flag: VISUAL="{*}/gvim -f"
        desk$ afterwit draft list
        {name}  {id}  happened  {*}  I came late. I talked too fast.
        # Nothing is saved yet, so nothing is recovered, and the window keeps its file.
        desk$ afterwit draft recover "$name"
        The draft {name} is still as it was opened.
        {*}
        Save it in the editor first, or throw it away: afterwit draft drop {name}
        [2]
        # Opened again it is the same file, not another one that stays.
        desk$ cp "$T/window" "$T/before"; VISUAL="$T/gvim" afterwit edit "$id" --field happened 2>/dev/null; cmp "$T/window" "$T/before"
        desk$ afterwit edit "$id" --text 'I came ten minutes late. I talked too fast.'
        Changed {id}: I came ten minutes late.
        desk$ sed -i 's/too fast/much too fast/' "$(cat "$T/window")"
        desk$ afterwit draft recover "$name"
        {id}
        Changed {id}: I came ten minutes late.
        Meanwhile, this machine changed happened too; both are merged.
        desk$ afterwit show "$id" --field happened
        I came ten minutes late. I talked much too fast.
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        # The window is still open, and saves once more where its file was: an edit of what it saved.
        desk$ mkdir "$(dirname "$(cat "$T/window")")"; echo 'I came late. I talked much too fast, and low.' >"$(cat "$T/window")"
        desk$ afterwit draft list
        {name}  {id}  happened  {*}  I came late. I talked much too fast, and low.
        desk$ afterwit draft recover "$name"
        {id}
        Changed {id}: I came ten minutes late.
        Meanwhile, this machine changed happened too; both are merged.
        desk$ mkdir "$(dirname "$(cat "$T/window")")"; echo 'I came late. I talked.' >"$(cat "$T/window")"
        desk$ afterwit draft recover "$name" 2>/dev/null
        {id}
        desk$ afterwit show "$id" --field happened
        I came ten minutes late. I talked.
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("One that saved before it returned has done its part, and so has one that took its time")
  func done() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ EDITOR="sed -i 's/late/early/'" afterwit edit "$id" --field happened
        Changed {id}: I came early.
        desk$ EDITOR='sleep 2; true' afterwit edit "$id" --field happened
        Nothing was changed in {id}: I came early.
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A review that is opened in one stays open, and its draft decides it later")
  func review() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ EDITOR=true afterwit review resolve "$overlap" edit
        The editor "true" ended at once, and nothing was changed yet.
        If its window is open, save there, then type: afterwit draft recover {name}
        {*}
        desk$ echo 'I said what I thought.' >"$AFTERWIT_HOME/drafts/$name/$name.md"
        desk$ afterwit draft recover "$name"
        {id}
        Changed {id}: {*}
        That decided the review of happened.
        desk$ afterwit show "$id" --field happened
        I said what I thought.
        desk$ afterwit review --json | grep -c overlap
        0
        [1]
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
