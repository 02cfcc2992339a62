import AfterwitProcesses
import Testing

@Suite("The tour", .hangLimit)
struct TourTests {
  @Test(
    "The tour shows edits that merge, a review, its decision and a relay that is lost, and clears up"
  )
  func tour() async throws {
    try await Stage.alone { stage in
      let outcome = try await stage.run(#"TMPDIR="$T" afterwit tour"#, at: "nowhere")
      #expect(outcome.code == 0, "\(outcome.output)\(outcome.talk)")
      for line in [
        "Acme was today. It is written down; nothing else is asked tonight.",
        "How would you build a notification queue?", "Globex was yesterday. How was it?",
      ] { #expect(outcome.output.contains(line), "\(line)") }
      let merged =
        "I rushed the design question, for I wanted to look quick. "
        + "Next time I ask who would use it before I draw."
      #expect(outcome.output.components(of: merged) >= 2, "\(outcome.output)")
      #expect(
        outcome.output.contains("theirs · laptop, ")
          && outcome.output.contains("silence scares me."))
      #expect(outcome.output.contains("No review is open any more."))
      #expect(outcome.output.contains("laptop$ afterwit review\nNo review is open."))
      #expect(outcome.output.components(of: "Another relay than before answers there") == 2)
      #expect(outcome.output.components(of: "digest and held are the same on both.") == 2)
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
