import AfterwitProcesses
import Testing

@Suite("Transcripts can fail", .hangLimit)
struct TranscriptTests {
  @Test(
    "What is printed must be what the transcript says, line for line, with its exit code",
    arguments: [
      "desk$ echo one\ntwo",
      "desk$ echo one",
      "desk$ true\none",
      "desk$ exit 3",
      "desk$ exit 3\n[2]",
      "desk$ echo one; echo two\none",
      "desk$ echo a\n{word}\ndesk$ echo b\n{word}",
      "desk$ echo a b\n{word}",
      "desk$ echo one\n...\ntwo",
    ])
  func mismatch(_ text: String) async throws {
    try await Stage.alone { stage in
      await #expect(throws: Transcript.Mismatch.self) { try await Transcript(text).play(on: stage) }
    }
  }

  @Test("Names stand for words, dots for lines, and known words for themselves")
  func match() async throws {
    try await Stage.alone { stage in
      let words = try await Transcript(
        #"""
        # Prose counts for nothing.
        desk$ echo "x7 is $known"; echo 2; echo 3; exit 4
        {id} is {known}
        ...
        3
        [4]
        laptop$ echo "$id, ${AFTERWIT_HOME##*/}" >&2
        {id}, {*}top
        """#
      ).play(on: stage, knowing: ["known": "said"])
      #expect(words == ["id": "x7", "known": "said"])
    }
  }
}
