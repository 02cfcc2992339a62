/// What is shown of a drill.
struct DrillPage {
  private static let width = Rehearsal.Name.allCases.map(\.words.count).max() ?? 0

  /// How the page is dressed.
  let style: Style

  /// The line of one rehearsal.
  func line(_ rehearsal: Rehearsal) -> String {
    let words: String
    switch rehearsal.end {
    case .held(let text, let result):
      words = text + (result == nil ? "" : " · \(Self.time(rehearsal.seconds))")
    case .skipped(let reason, let command):
      words = "not rehearsed: \(reason)" + (command.map { "   afterwit \($0)" } ?? "")
    case .failed(let failure):
      words = style.bold("does not hold:") + " " + Escaping.oneLine(failure.sentences.happened)
    }
    let room = style.width.map { max(16, $0 - Self.width - 2) }
    let indent = String(repeating: " ", count: Self.width + 2)
    return style.faint(rehearsal.name.words.padded(to: Self.width)) + "  "
      + words.wrapped(toColumns: room).split(separator: "\n").joined(separator: "\n" + indent)
  }

  /// What is said at the end, where everything that was rehearsed held.
  func end(_ all: [Rehearsal]) -> String {
    all.contains { !$0.isRehearsed }
      ? "What was rehearsed holds. Nothing of it was written into the journal."
      : "Everything holds. Nothing of it was written into the journal."
  }

  /// What is said where something did not hold; `nil` where all did.
  static func failure(_ all: [Rehearsal]) -> CommandFailure? {
    let failed = all.filter { $0.failure != nil }
    guard let first = failed.first?.failure else { return nil }
    let names = failed.map(\.name.words).joinedAsProse
    return CommandFailure(
      first.code, "This does not hold: \(names).",
      safe: "Nothing was changed; what is here is as it was.", next: first.sentences.next)
  }

  private static func time(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
