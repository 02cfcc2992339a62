import AfterwitProcesses
import Testing

@Suite("The tour", .timeLimit(.minutes(3)))
struct TourTests {
  @Test("The tour shows both edits on both devices, ends well and leaves nothing behind")
  func tour() async throws {
    try await Stage.alone { stage in
      let outcome = try await stage.run(#"TMPDIR="$T" afterwit tour"#, at: "nowhere")
      #expect(outcome.code == 0, "\(outcome.output)\(outcome.talk)")
      let merged =
        "I rushed the design question, for I wanted to look quick. "
        + "Next time I ask who would use it before I draw."
      #expect(outcome.output.components(of: merged) >= 2, "\(outcome.output)")
      #expect(outcome.output.contains("digest and held are the same on both."))
      #expect(stage.scratch.paths(below: "").count == 1, "the tour left files")
    }
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int {
    ranges(of: text).count
  }
}
