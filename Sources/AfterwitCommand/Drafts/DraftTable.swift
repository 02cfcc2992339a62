internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

/// Drafts as aligned lines: name, entry or kind, field, age, first words.
struct DraftTable {
  /// How the lines are dressed.
  let style: Style
  /// The time that ages are counted to.
  let now: Moment

  /// One line a draft, in the order given.
  func lines(_ reports: [DraftReport]) -> [String] {
    let rows = reports.map { report in
      [
        style.line(report.name),
        report.entry?.shortText ?? report.kind.map { "new " + $0.rawValue } ?? "?",
        style.line(report.field ?? (report.isDocument ? "all" : "?")),
        report.isOpen ? "open" : age(report),
      ]
    }
    let widths = (0..<4).map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return zip(rows, reports).map { row, report in
      let cells = zip(row, widths).map { $0.padded(to: $1) }
      return ([style.bold(cells[0])] + cells[1...] + [style.line(report.words)])
        .joined(separator: "  ")
    }
  }

  /// How long ago the draft was begun, in the largest unit that is at least one.
  private func age(_ report: DraftReport) -> String {
    guard let begun = report.milliseconds else { return "?" }
    let seconds = (now.milliseconds - min(begun, now.milliseconds)) / 1000
    return switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min"
    case ..<86_400: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) d"
    }
  }
}
