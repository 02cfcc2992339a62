import AfterwitProcesses
import Testing

@Suite("A text that comes through stdin", .hangLimit)
struct StandardInputTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'It stands.'
      {id}
      """#
    ).play(on: stage)
  }

  /// What is wrong beside the text, and the exit code.
  private static let wrong: [(String, Int32)] = [
    ("new reflection - --on 'last friday of the year'", 2),
    ("new reflection - --set mood=6", 2),
    ("new reflection - --set nonsense=1", 2),
    ("new reflection - --field nonsense", 2),
    ("new reflection - --field tags", 2),
    ("new reflection - --field title --title x", 2),
    ("new reflection - --title a --title b", 2),
    ("new reflection - --set mood", 2),
    ("new goal - --tag ' '", 2),
    ("new poem -", 2),
    ("edit qqqqqqqq -", 9),
    ("edit q -", 2),
    ("edit $id - --set mood=6", 2),
    ("edit $id - --field nonsense", 2),
    ("edit $id - --field tags", 2),
    ("edit $id - --text x", 2),
    ("edit $id - --set happened=x", 2),
    ("edit $id - --add people=' '", 2),
  ]

  @Test("Everything else is checked before it is read", arguments: wrong)
  func checkedBefore(_ wrong: (command: String, code: Int32)) async throws {
    try await Self.begin.play { stage, words in
      var shell = stage.shell(at: "desk")
      shell.variables.merge(words) { own, _ in own }
      let line = "{ afterwit \(wrong.command); echo $?; cat; }"
      let outcome = try await shell.run(line, input: Array("All that was typed.\n".utf8))
      #expect(outcome.output == "\(wrong.code)\nAll that was typed.\n", "\(outcome.talk)")
      #expect(outcome.talkLines.count == 3, "\(outcome.talk)")
    }
  }

  @Test("Where the journal cannot be opened at all, it is taken and kept")
  func keptUnopened() async throws {
    try await Self.begin.play { stage, _ in
      let line = #"""
        head -c 8192 /dev/urandom > "$AFTERWIT_HOME/journal.sqlite"
        echo "All that was typed." | afterwit new reflection - 2>"$T/talk"; echo $?
        cat "$(sed -n 's/^The text is kept in \(.*\)\.$/\1/p' "$T/talk")"
        """#
      let outcome = try await stage.run(line, at: "desk")
      #expect(outcome.output == "1\nAll that was typed.\n", "\(outcome.talk)")
    }
  }

  @Test("What fails when it is read is kept, however short, and recovered")
  func keptAfter() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ echo seven | afterwit edit "$id" - --field mood --add people=Ann
        The field “mood” takes a whole number from 1 to 5, not “seven”.
        The text is kept in {path}.
        Correct the value and repeat the command. Or: afterwit draft recover {name}
        [2]
        desk$ cat "$path"
        seven
        desk$ echo 5 >"$path"
        desk$ afterwit draft recover "$name"
        {id}
        Changed {id}: {*}
        desk$ afterwit show "$id" | grep -E 'mood|people'
        mood    5
        people  Ann
        # Bytes that are no text are kept as they are.
        desk$ printf 'caf\351' | afterwit new goal - --set due=2026-12-01
        What came through stdin is not UTF-8.
        The text is kept in {bytes}.
        Convert it first, for example: iconv -f latin1 -t utf-8 Or: afterwit draft recover {second}
        [2]
        desk$ iconv -f latin1 -t utf-8 "$bytes" >"$T/text"; cp "$T/text" "$bytes"
        desk$ afterwit draft recover "$second"
        {goal}
        Changed {goal}: {*}
        desk$ afterwit show "$goal" | sed -n '1p; 3p'
        café
        due  2026-12-01
        # White space is no text.
        desk$ printf ' \n' | afterwit new reflection -
        There is nothing to write down.
        No entry was made.
        {*}
        [2]
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A decision is checked before its text is read, and the text kept if it cannot be meant")
  func decisions() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ echo Typed. | { afterwit review resolve "$(echo "$value" | cut -c1-3)" - 2>"$T/talk"; echo $?; cat; }
        2
        Typed.
        desk$ echo Typed. | { afterwit review resolve qqqqqqqq - 2>"$T/talk"; echo $?; cat; }
        9
        Typed.
        desk$ afterwit review resolve "$value" - </dev/null
        Nothing came through stdin.
        Nothing was changed.
        To empty the field on purpose: --text ""
        [2]
        desk$ echo ' five' | afterwit review resolve "$value" -
        The field “mood” takes a whole number from 1 to 5, not “ five”.
        The text is kept in {path}.
        Correct the value and repeat the command. Or: afterwit draft recover {name}
        [2]
        desk$ echo 5 >"$path"; afterwit draft recover "$name"
        {id}
        Changed {id}: {*}
        That decided the review of mood.
        desk$ afterwit show "$id" --field mood
        5
        desk$ printf 'caf\351' | afterwit review resolve "$overlap" - 2>/dev/null; afterwit draft list | cut -d' ' -f3-
        {id}  happened  {*}  caf{*}
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test(
    "Where another process holds the journal for too long, it is kept",
    .enabled("strace is not there, or may not trace") { await Machinery.traces() })
  func busy() async throws {
    try await Self.begin.play { stage, words in
      // To the process that waits for the lock, its half a minute is over at once.
      try await Transcript(
        #"""
        desk$ echo 'Typed.' | flock "$AFTERWIT_HOME/lock" strace -f -o /dev/null -e trace=clock_nanosleep -e inject=clock_nanosleep:retval=0 afterwit new reflection - --tag late
        Another process has held the journal for too long.
        The text is kept in {path}.
        Wait for it to end, then repeat the command. Or: afterwit draft recover {name}
        [8]
        desk$ afterwit draft recover "$name"
        {new}
        Changed {new}: {*}
        desk$ afterwit show "$new" --field happened
        Typed.
        desk$ afterwit show "$new" --field tags
        late
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("The interrupt key at a terminal ends the command and keeps the words, the last line too")
  func interruptKey() async throws {
    try await Self.begin.play { stage, words in
      // What is typed comes when the command reads: its terminal then no longer drops a line.
      try stage.scratch.write(
        #"""
        for n in $(seq 400); do
          [ -s "$T/tty" ] && stty -a <"$(cat "$T/tty")" | grep -q ' noflsh' && break; sleep 0.05
        done
        printf 'The first line.\nHalf of the seco'; sleep 0.2; printf '\003'; sleep 1

        """#.utf8, to: "fingers")
      try await Transcript(
        #"""
        desk$ sh "$T/fingers" | script -qec 'tty >"$T/tty"; afterwit new reflection - --title Cut' /dev/null >"$T/screen"; echo $?
        130
        desk$ grep -o 'The command was interrupted.*' "$T/screen" | tr -d '\r'
        The command was interrupted while the text was coming.
        desk$ afterwit draft recover kept
        {new}
        Changed {new}: {*}
        desk$ afterwit show "$new" --field happened
        The first line.
        Half of the seco
        desk$ afterwit show "$new" --field title
        Cut
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A signal keeps what has come, ends the process, and leaves nothing where nothing came")
  func signals() async throws {
    try await Self.begin.play { stage, words in
      try stage.scratch.write(#"echo $$ >"$T/pid"; exec afterwit edit "$id" -"#.utf8, to: "edit")
      try await Transcript(
        #"""
        desk$ mkfifo "$T/pipe"; for s in TERM HUP; do (sh "$T/edit" <"$T/pipe" 2>"$T/talk"; echo $? >"$T/code") & exec 3>"$T/pipe"; echo "Until $s." >&3; sleep 1; kill -$s "$(cat "$T/pid")"; wait; exec 3>&-; cat "$T/code"; sed -n 1p "$T/talk"; done
        143
        The command was interrupted while the text was coming.
        129
        The command was interrupted while the text was coming.
        desk$ afterwit draft list | sed 's/.*  //' | sort
        Until HUP.
        Until TERM.
        desk$ mkfifo "$T/empty"; (sh "$T/edit" <"$T/empty" 2>"$T/talk"; echo $? >"$T/code") & exec 3>"$T/empty"; sleep 1; kill -TERM "$(cat "$T/pid")"; wait; exec 3>&-; cat "$T/code"; grep -c interrupted "$T/talk"
        143
        0
        [1]
        desk$ afterwit draft list | wc -l
        2
        # What was started to live on without its terminal does.
        desk$ mkfifo "$T/other"; (trap '' HUP; sh "$T/edit" <"$T/other") & exec 3>"$T/other"; sleep 1; kill -HUP "$(cat "$T/pid")"; echo 'It lives.' >&3; exec 3>&-; wait
        Changed {id}: It lives.
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
