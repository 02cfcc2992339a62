import AfterwitProcesses
import Testing

/// A walk is answered as a person does: each key comes once the question stands there.
@Suite("Deciding one review after another at the terminal", .hangLimit)
struct ReviewWalkTests {
  /// Presses keys, each once the screen shows one more question, but for those behind a `!`; what stands
  /// behind a `|` is run first.
  private static let fingers = #"""
    n=0
    while IFS='|' read -r keys deed; do
      case "$keys" in '!'*) keys=${keys#!} ;; *) n=$((n + 1)) ;; esac
      for i in $(seq 400); do
        [ "$(grep -ao ' > ' "$T/screen" | wc -l)" -ge "$n" ] && break
        sleep 0.05
      done
      sleep 0.2
      eval "$deed" >/dev/null 2>&1 </dev/null
      printf "$keys"
    done <"$T/keys"
    sleep 1

    """#

  private static func play(
    _ keys: [String], on stage: Stage, knowing words: [String: String], editor: String = "true",
    _ transcript: String
  ) async throws {
    try stage.scratch.write(fingers.utf8, to: "fingers")
    try stage.scratch.write(keys.map { $0 + "\n" }.joined().utf8, to: "keys")
    try stage.writeEditor(editor)
    try await Transcript(
      #"""
      desk$ : >"$T/screen"; export id other; sh "$T/fingers" | EDITOR="sh $T/editor" script -qfec 'stty rows 60 cols 100; NO_COLOR=1 afterwit review next' "$T/screen" >/dev/null; echo $?

      """# + transcript
    ).play(on: stage, knowing: words)
  }

  @Test("Each key is one change, said in a line; the end tells how many are decided and left")
  func decided() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Self.play(
        ["!x", "k", "m", "t"], on: stage, knowing: words,
        #"""
        0
        desk$ tr -d '\r' <"$T/screen" | grep -aE '^(It stays|.* now reads: |.* is now: |. decisions are)'
        It stays.
        happened now reads: I talked far too quickly.
        mood is now: 4
        3 decisions are made. No review is open any more.
        desk$ afterwit review --exit-code
        No review is open.
        """#)
    }
  }

  @Test("The page is there before the key, and the keys with it")
  func page() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Self.play(
        ["q"], on: stage, knowing: words,
        #"""
        0
        desk$ tr -d '\r' <"$T/screen" | grep -ac '^\(base\|remove\) · '
        1
        desk$ tr -d '\r' <"$T/screen" | grep -ao 'k keep .* > '
        k keep   r remove   s skip   q quit >{*}
        desk$ tr -d '\r' <"$T/screen" | grep -a 'still open'
        Nothing was decided. 3 reviews are still open. Type: afterwit review
        """#)
    }
  }

  @Test("Skipped ones stay open; Escape and ^C leave, and what was answered is decided")
  func left() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Self.play(
        ["s", #"\033"#], on: stage, knowing: words,
        #"""
        0
        desk$ tr -d '\r' <"$T/screen" | grep -a 'still open'
        Nothing was decided. 3 reviews are still open. Type: afterwit review
        """#)
      try await Self.play(
        ["s", "s", "s"], on: stage, knowing: words,
        #"""
        0
        desk$ tr -d '\r' <"$T/screen" | grep -a 'still open'
        Nothing was decided. 3 reviews are still open. Type: afterwit review
        """#)
      try await Self.play(
        [#"!\033[A"#, "k", #"\003"#], on: stage, knowing: words,
        #"""
        130
        desk$ tr -d '\r' <"$T/screen" | grep -a 'still open'
        1 decision is made. 2 reviews are still open. Type: afterwit review
        desk$ afterwit store check | head -1
        file      sound
        """#)
    }
  }

  @Test("One that was decided meanwhile, by another process, is said, and the next one follows")
  func meanwhile() async throws {
    try await ReviewScene.met.play { stage, words in
      let others = ["overlap", "value", "deletion"].compactMap { words[$0] }
        .map { "afterwit review resolve \($0) current" }.joined(separator: "; ")
      try await Self.play(
        ["r|\(others)"], on: stage, knowing: words,
        #"""
        0
        desk$ tr -d '\r' <"$T/screen" | grep -ao 'is decided already, here or on another machine.'
        is decided already, here or on another machine.
        desk$ tr -d '\r' <"$T/screen" | grep -a 'open any more'
        Nothing was decided. No review is open any more.
        """#)
    }
  }

  @Test(
    "One that changed since it was shown is shown anew, and what was written over it is asked for twice"
  )
  func changed() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review resolve "$value" mine 2>/dev/null; afterwit review resolve "$deletion" keep 2>/dev/null
        """#
      ).play(on: stage, knowing: words)
      let id = words["id"] ?? ""
      try await Self.play(
        ["m|afterwit edit \(id) --text 'I talked all the time.'", "m", "m"], on: stage,
        knowing: words,
        #"""
        0
        desk$ tr -d '\r' <"$T/screen" | grep -aoE '(has changed since it was shown here|Once more m takes that away|1 decision is made)'
        has changed since it was shown here
        Once more m takes that away
        1 decision is made
        desk$ afterwit show "$id" --field happened
        {*}I talked far too quickly.{*}
        """#)
    }
  }

  @Test("The editor decides with the versions below the line; saved as it was, it is asked again")
  func edited() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review resolve "$value" mine 2>/dev/null; afterwit review resolve "$deletion" keep 2>/dev/null
        """#
      ).play(on: stage, knowing: words)
      try await Self.play(
        ["e", "o"], on: stage, knowing: words,
        editor:
          #"[ -e "$T/once" ] || { : >"$T/once"; sleep 2.1; exit; }; sed -i '1s/far too [a-z]* [a-z]*/at the wrong pace/' "$1""#,
        #"""
        0
        desk$ tr -d '\r' <"$T/screen" | grep -aoE '(Nothing was saved, so nothing is decided|happened now reads: .*pace|1 decision is made)'
        Nothing was saved, so nothing is decided
        {*}at the wrong pace
        1 decision is made
        desk$ afterwit show "$id" --field happened | grep -c 'at the wrong pace'
        1
        """#)
    }
  }

  @Test("Elsewhere than at a terminal it says what to type")
  func piped() async throws {
    try await ReviewScene.met.play { stage, words in
      for input in [
        BadInput("afterwit review next </dev/null", 2, "terminal"),
        BadInput("afterwit review next --json", 2, "terminal"),
        BadInput("echo m | afterwit review next", 2, "terminal"),
      ] {
        try await BadInputTests.expectRefusal(input, on: stage, knowing: words)
      }
      try await Transcript(
        #"""
        desk$ afterwit review next
        There is no terminal at which a key could be an answer.
        Nothing was changed.
        Type: afterwit review, and for each: afterwit review resolve R ANSWER
        [2]
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
