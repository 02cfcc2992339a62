import AfterwitProcesses
import Testing

/// Forms are answered as a person does: what is typed comes once the prompt is there.
@Suite("Guided forms", .hangLimit)
struct FormTests {
  /// Plays lines at a form; each is typed once the screen shows one more prompt.
  private static let fingers = #"""
    n=0
    while IFS= read -r keys; do
      n=$((n + 1))
      for i in $(seq 400); do
        [ "$(tr -d '\n' <"$T/screen" | grep -o '\(> \|- \)' | wc -l)" -ge "$n" ] && break
        sleep 0.05
      done
      sleep 0.1
      printf "$keys"
    done <"$T/keys"
    sleep 1

    """#

  private func play(
    _ command: String, _ keys: [String], on stage: Stage, _ transcript: String
  ) async throws {
    try stage.scratch.write(Self.fingers.utf8, to: "fingers")
    try stage.scratch.write(keys.map { $0 + "\n" }.joined().utf8, to: "keys")
    try await Transcript(
      #"""
      desk$ : >"$T/screen"; sh "$T/fingers" | script -qfec '\#(command)' "$T/screen" >/dev/null; echo $?

      """# + transcript
    ).play(on: stage)
  }

  @Test("The rejection walks its four steps, and offers to keep the entry private")
  func rejection() async throws {
    try await Scene.alone.play { stage, _ in
      try await play(
        "afterwit new rejection --org Acme",
        [
          #"I feel flat.\n"#, #"And tired.\n"#, #"\n"#, #"The room.\n"#, #"\n"#,
          #"Sleep (preparation)\n"#, #"\n"#, #"\n"#, #"Thank Ana (2026-12-04)\n"#, #"\n"#,
          #"Sleep first.\n"#, #"\n"#, #"y\n"#,
        ], on: stage,
        #"""
        0
        desk$ afterwit show @ | tail -n +3
        private       true
        occasion      rejection
        organisation  Acme
        felt
        I feel flat.
        And tired.
        not-mine
        The room.
        next
        Sleep first.
        lacks
        {a}  Sleep  kind preparation
        follow-ups
        {b}  [ ]  Thank Ana  due 2026-12-04
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        desk$ grep -c 'Return skips, Esc goes back' "$T/screen"
        1
        """#)
    }
  }

  @Test("One key goes back, and what was said there stands until it is said anew")
  func back() async throws {
    try await Scene.alone.play { stage, _ in
      try await play(
        "afterwit new mantra",
        [
          #"They said no.\n"#, #"\n"#, #"I am no good.\n"#, #"\n"#,
          #"I prepare"#
            + #"\033"#, #"I told myself too much.\n"#, #"\n"#, #"\n"#,
        ], on: stage,
        #"""
        0
        desk$ afterwit show @ --field belief
        They said no.

        I told myself too much.
        desk$ afterwit show @ --field words
        I prepare
        """#)
    }
  }

  @Test("Leaving keeps what was said as a draft, and says so")
  func left() async throws {
    try await Scene.alone.play { stage, _ in
      for (keys, code) in [
        ([#"It went so.\n"#, #"\n"#, #"\004"#], "1"),
        ([#"It went so.\n"#, #"Half a li\003"#], "130"),
      ] {
        try await play(
          "afterwit new interview --org Acme", keys, on: stage,
          #"""
          \#(code)
          desk$ grep -A2 'You left' "$T/screen" | tr -d '\r'
          You left before the last question.
          Your text is kept in {path}.
          Nothing hurries. To save it: afterwit draft recover {name}
          desk$ afterwit draft list | cut -c1-60
          {name}  new reflection  all  {*}
          desk$ afterwit draft recover "$name"
          {id}
          Changed {id}: It went so.
          desk$ afterwit show "$id" | sed -n 3,4p
          occasion      interview
          organisation  Acme
          desk$ ls -A "$AFTERWIT_HOME/drafts"
          """#)
      }
      try await play(
        "afterwit new interview", [#"\004"#], on: stage,
        #"""
        2
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        """#)
    }
  }

  @Test("A terminal that goes away in the middle of a prompt takes no word with it")
  func hungUp() async throws {
    try await Scene.alone.play { stage, _ in
      try stage.scratch.write(Self.fingers.utf8, to: "fingers")
      try stage.scratch.write((#"What I said.\n"# + "\n" + #"And more.\n"# + "\n").utf8, to: "keys")
      try stage.scratch.write(#"echo $$ >"$T/pid"; exec afterwit note"#.utf8, to: "note")
      try await Transcript(
        #"""
        desk$ { : >"$T/screen"; sh "$T/fingers" | script -qfec 'sh "$T/note"' "$T/screen" >/dev/null & p=$!; for i in $(seq 400); do grep -q 'And more' "$T/screen" && break; sleep 0.05; done; sleep 0.3; kill -9 $p; wait; for i in $(seq 100); do kill -0 "$(cat "$T/pid")" || break; sleep 0.05; done; } 2>/dev/null; afterwit draft recover new-
        {id}
        Changed {id}: What I said.
        desk$ afterwit show "$id" --field happened
        What I said.
        And more.
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage)
    }
  }

  @Test("A person's own template asks its prompts, and its mistakes are named")
  func own() async throws {
    try await Scene.alone.play { stage, _ in
      let folder = #"export XDG_CONFIG_HOME="$T/config"; "#
      try await Transcript(
        #"""
        desk$ mkdir -p "$T/config/afterwit/templates/folder.md"; cd "$T/config/afterwit/templates"; printf '# lesson\nWhat did you learn?\n## people\n' >mine.md; printf 'caf\351' >bytes.md; echo words >bare.md; echo '# hapened' >typo.md
        desk$ \#(folder)afterwit new reflection --template folder --editor
        The template {*}folder.md is a folder.
        Nothing was changed.
        {*}
        [2]
        desk$ \#(folder)afterwit new reflection --template bytes --editor
        The template {*}bytes.md is not UTF-8.
        Nothing was changed.
        {*}
        [2]
        desk$ \#(folder)afterwit new reflection --template bare --editor
        The template {*}bare.md has no heading that names a field of a reflection.
        Nothing was changed.
        Its headings can be: {*}
        [2]
        desk$ \#(folder)afterwit new reflection --template typo --editor
        The template {*}typo.md has a heading "hapened", and a reflection has no such field.
        Nothing was changed.
        Its headings can be: {*}
        [2]
        desk$ \#(folder)afterwit new reflection --template none --editor
        There is no template "none".
        Nothing was changed.
        Type one of: bare, bytes, folder, mine, typo, quick, interview, rejection, reframe, goal; {*}
        [2]
        """#
      ).play(on: stage)
      try await play(
        #"XDG_CONFIG_HOME="$T/config" afterwit new win --template mine"#,
        [#"To sleep.\n"#, #"\n"#, #"Ana\n"#, #"Ben\n"#, #"\n"#], on: stage,
        #"""
        0
        desk$ grep -o 'What did you learn?' "$T/screen"
        What did you learn?
        desk$ afterwit show @ | tail -n +3
        occasion  win
        people    Ana, Ben
        lesson
        To sleep.
        """#)
    }
  }
}
