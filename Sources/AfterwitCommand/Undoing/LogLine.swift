internal import AfterwitDevice
internal import AfterwitEncoding

/// A change as a line of a list.
struct LogLine {
  private static let verbWidth = 7

  /// How the line is dressed.
  let style: Style

  /// The change's id, when and where it was made, what it did, and to what.
  func text(_ report: ChangeReport) -> String {
    let entry =
      report.entries.count > 1
      ? "\(report.entries.count) entries" : report.entries.first?.shortText ?? ""
    let mark = report.isUndone ? "(taken back) " : report.of.map { "(\($0.rawValue)) " } ?? ""
    let line = [
      report.change.shortText, Moment(milliseconds: report.writer.milliseconds).local,
      report.verb.rawValue.padded(to: Self.verbWidth), entry,
      mark + style.line(report.title)
        + (report.writer.isLocal ? "" : "  on " + style.line(report.writer.place)),
    ].joined(separator: "  ")
    let cut = style.width.map { line.cut(toColumns: $0) } ?? line
    return report.isUndone ? style.faint(cut) : cut
  }
}
