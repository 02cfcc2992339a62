import AfterwitProcesses
import Testing

@Suite("Several edits in one command", .hangLimit)
struct SeveralEditsTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'It stands.' --tag kept
      {id}
      desk$ afterwit status --all | grep pending
      pending      {n}
      """#
    ).play(on: stage)
  }

  @Test("Fields and paragraphs become one change, in the order typed")
  func inOrder() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit edit "$id" --append 'One.' --field lesson --text 'Ask first.' --set mood=2 --field next --append 'Call Ann.' --append 'Then Ben.' --add tags=brief --remove tags=brief --remove tags=kept --add tags=kept
        Changed {id}: It stands.
        desk$ afterwit status --all | grep pending | cut -c 14- | awk -v n="$n" '{ print $1 - n }'
        1
        desk$ afterwit show "$id"
        Reflection
        ...
        tags  kept
        mood  2
        happened
        It stands.
        One.
        lesson
        Ask first.
        next
        Call Ann.
        Then Ben.
        desk$ afterwit show "$id" --field next | od -An -c | tr -d ' \n'
        CallAnn.\n\nThenBen.\n\n
        desk$ printf 'Through a pipe.' | afterwit edit "$id" - --field felt --field lesson --text 'Ask.'
        Changed {id}: It stands.
        desk$ afterwit show "$id" --field felt
        Through a pipe.
        desk$ afterwit show "$id" --field lesson
        Ask.
        # One field holds for the whole line, wherever it is named.
        desk$ afterwit edit "$id" --text 'All of it.' --field mine
        Changed {id}: It stands.
        desk$ afterwit show "$id" --field mine
        All of it.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  private static let refused = [
    BadInput(#"afterwit edit "$id" --text a --text b"#, 2, "happened"),
    BadInput(#"afterwit edit "$id" --field felt --text a --field felt --text b"#, 2, "felt"),
    BadInput(
      #"afterwit edit "$id" --text a --field happened --append b --field felt --text c"#, 2,
      "--append"),
    BadInput(#"afterwit edit "$id" --set mood=2 --set mood=3"#, 2, "mood"),
    BadInput(#"afterwit edit "$id" --set title= --set title=x"#, 2, "title"),
    BadInput(#"afterwit edit "$id" --append a --set happened=b"#, 2, "happened"),
    BadInput(#"afterwit edit "$id" --field felt --field lesson --text x"#, 2, "felt"),
    BadInput(#"afterwit edit "$id" --field felt --text x --field lesson"#, 2, "lesson"),
    BadInput(#"EDITOR=false afterwit edit "$id" --field felt --field lesson"#, 2, "one field"),
    BadInput("afterwit new reflection x --title a --title b", 2, "--title"),
    BadInput("afterwit new reflection x --on today --on=yesterday", 2, "--on"),
    BadInput("afterwit new reflection x --field felt --field mine", 2, "--field"),
    BadInput(#"afterwit --home "$T/b" new reflection x --home "$AFTERWIT_HOME""#, 2, "--home"),
    BadInput("afterwit list -n 1 -n 2", 2, "-n"),
    BadInput("afterwit list --kind goal --kind mantra", 2, "--kind"),
    BadInput(#"afterwit show "$id" --field felt --field mine"#, 2, "--field"),
    BadInput("afterwit sync --timeout 1 --timeout 2", 2, "--timeout"),
    BadInput("afterwit export --format json --format json", 2, "--format"),
    BadInput("afterwit review resolve qqqqqqqq --text a --text b", 2, "--text"),
    BadInput("afterwit draft recover kept --to aaaa --to bbbb", 2, "--to"),
    BadInput("afterwit device join --name a --name b --yes", 2, "--name"),
    BadInput("afterwit store salvage --from a --from b", 2, "--from"),
    BadInput("afterwit relay set http://127.0.0.1:1 --code a --code b", 2, "--code"),
  ]

  @Test("What cannot be meant twice is refused", arguments: refused)
  func refusedTwice(_ input: BadInput) async throws {
    try await Self.begin.play { stage, words in
      try await BadInputTests.expectRefusal(input, on: stage, knowing: words)
    }
  }
}
