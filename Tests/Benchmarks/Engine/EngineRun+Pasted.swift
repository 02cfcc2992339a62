import AfterwitDocument
import AfterwitEncoding
import AfterwitMeter
import AfterwitText

extension EngineRun {
  /// Merges chapters that two pasted at one place, without and with a look at what they meet there.
  func pasted(lines: Int) throws {
    var start = TextHistory()
    try start.append(Self.event(0, on: [], "What I read today.\n"))
    try start.append(Self.event(1, on: [0], Self.chapter(lines, of: "Ana")))
    let other = Self.event(2, on: [0], Self.chapter(lines, of: "Ben"))
    var times: (plain: [Moment], reviewed: [Moment]) = ([], [])
    for _ in 0..<meter.runs {
      var plain = try Self.copied(start)
      var began = Moment.now
      try plain.append(other)
      times.plain.append(began.passed)
      var reviewed = ReviewedHistory(try Self.copied(start))
      began = Moment.now
      let met = try reviewed.append(other)
      times.reviewed.append(began.passed)
      meter.check("pasted", reviewed.text.text, plain.text)
      meter.print("pasted_conflicts", Double(met.conflicts.count))
    }
    meter.print("paste_merge_ms", times.plain)
    meter.print("paste_merge_reviewed_ms", times.reviewed)
  }

  private static func chapter(_ lines: Int, of author: String) -> String {
    (0..<lines).map { "In paragraph \($0) \(author) wrote down what the others said.\n" }.joined()
  }

  /// An event that puts a text in at the end of the first line.
  private static func event(_ device: Int, on parents: [Int], _ text: String) -> TextEvent {
    TextEvent(
      order: TextOrder(device: agent(device), number: 1, envelope: .zero), parents: parents,
      operations: [.insert(position: parents.isEmpty ? 0 : 19, text: text)])
  }

  /// The same history in storage of its own, so that no measured merge copies it.
  private static func copied(_ history: TextHistory) throws -> TextHistory {
    var copy = TextHistory()
    for event in history.events { try copy.append(event) }
    return copy
  }
}
