internal import AfterwitDevice
internal import AfterwitEncoding

/// What taking something back, or bringing it back, came to.
struct UndoPage {
  /// How the lines are dressed.
  let style: Style
  /// The present time.
  let now: Moment
  /// What was asked for.
  let verb: ChangeVerb

  /// A line on what was done, and one on what would be next.
  func lines(_ outcome: UndoOutcome) -> [String] {
    let label = ChangeLabel(style: style, now: now)
    var lines: [String]
    switch outcome.result {
    case .nothing: return ["There is nothing left to \(verb.rawValue)."]
    case .done(let report): lines = ["\(past(of: report)): \(label.text(report))."]
    case .unseen(let report):
      lines = ["\(past(of: report)): \(label.text(report))."]
      if outcome.keepers.isEmpty { lines[0] += " Nothing of it was shown any more." }
    case .void(let report):
      lines = ["It was taken back already: \(label.text(report))."]
    }
    if let keeper = outcome.keepers.last {
      lines += [
        "What was written into it stays, with the words around that: \(label.text(keeper)).",
        "To take that back as well, type: afterwit undo \(keeper.change.shortText)",
      ]
    }
    if let next = outcome.next { lines.append("Next: \(label.text(next)).") }
    return lines
  }

  /// What was done to a change: a change that takes others back is brought back by being taken back.
  private func past(of report: ChangeReport) -> String {
    verb == .redo || report.verb == .undo ? "Brought back" : "Taken back"
  }
}
