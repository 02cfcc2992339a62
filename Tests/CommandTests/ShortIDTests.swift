import AfterwitProcesses
import Testing

@Suite("Ids that are typed short", .hangLimit)
struct ShortIDTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'It stands.' --title 'A title'
      {id}
      desk$ afterwit new goal 'Another'
      {goal}
      """#
    ).play(on: stage)
  }

  private static let refused = [
    "afterwit rm $S", "afterwit rm $id $S", "afterwit restore $S", "afterwit edit $S --text x",
    "echo x | afterwit edit $S -", "EDITOR='echo x >' afterwit edit $S", "afterwit tag $S x",
    "afterwit untag $S x", "afterwit edit $goal --add from=$S",
    "afterwit new mantra x --set from=$S", "afterwit draft recover kept --to $S",
    "afterwit draft recover $S", "afterwit draft drop $S --yes",
  ]

  @Test("One letter, or three, change nothing", arguments: refused)
  func tooShort(_ command: String) async throws {
    try await Self.begin.play { stage, words in
      let kept = try await stage.run(
        "printf 'caf\\351' | afterwit new goal - 2>/dev/null; afterwit draft list", at: "desk")
      #expect(kept.output.hasPrefix("kept-"), "\(kept.talk)")
      for count in [1, 3] {
        let isDraft = command.contains("recover $S") || command.contains("drop")
        let short = String((isDraft ? "kept" : words["id"] ?? "").prefix(count))
        try await BadInputTests.expectRefusal(
          BadInput("S=\(short); " + command, 2, short), on: stage, knowing: words)
      }
      let left = try await stage.run("afterwit draft list", at: "desk")
      #expect(left.output.hasPrefix("kept-"))
    }
  }

  @Test("Four do, the whole and @ do, and each says what it did; reading takes one")
  func enough() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit show "$(echo "$id" | cut -c1)" --field happened 2>&1 | grep -c -e 'It stands.' -e 'several ids'
        1
        desk$ afterwit show "$(echo "$id" | cut -c1-4)" --field happened
        It stands.
        desk$ afterwit rm "$(echo "$id" | cut -c1-4)"
        Deleted {id}: A title
        desk$ afterwit rm "$id" "$goal"
        Nothing was changed in {id}: A title
        Deleted {goal}: Another
        desk$ afterwit restore "$(afterwit show "$id" --json | grep -o '"id":"[^"]*' | cut -d'"' -f4)"
        Restored {id}: A title
        desk$ afterwit restore @
        Nothing was changed in {id}: A title
        desk$ afterwit tag @ one
        Changed {id}: A title
        desk$ afterwit untag @ other
        Nothing was changed in {id}: A title
        desk$ afterwit edit @ --json --set title="$(printf 'A very long title %s' that is written over and over and over)"
        desk$ afterwit edit @ --set "title=$(printf '%s\n' One two)"
        Changed {id}: One two
        desk$ afterwit edit @ --set title=  --text "$(printf '%080d' 0)"
        Changed {id}: 00000000000000000000000000000000000000000000000000000000000…
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
