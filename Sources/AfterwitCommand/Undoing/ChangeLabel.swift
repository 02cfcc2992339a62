internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

/// A change in a few words.
struct ChangeLabel {
  /// The title in a sentence is cut beyond this many columns.
  private static let titleLimit = 32
  /// More fields are counted, and not named.
  private static let fieldLimit = 3

  /// How the words are dressed.
  let style: Style
  /// The present time.
  let now: Moment

  /// What a change did, to what, where and when: `edit 7r2fk2m1 “Onsite at Acme” (felt, 2 hours ago)`.
  ///
  /// Of a change that takes another back, what that one did.
  func text(_ report: ChangeReport) -> String {
    [(report.of ?? report.verb).rawValue, subject(of: report), circumstances(of: report)]
      .joined(separator: " ")
  }

  /// What a change changed.
  func subject(of report: ChangeReport) -> String {
    guard report.entries.count < 2 else { return "\(report.entries.count) entries" }
    let id = report.entries.first?.shortText ?? ""
    let title = style.line(report.title, within: Self.titleLimit)
    return title.isEmpty ? id : "\(id) “\(title)”"
  }

  /// The fields that a change changed, when, and where, unless that is here.
  private func circumstances(of report: ChangeReport) -> String {
    let span = TimeSpan(
      milliseconds: Int64(clamping: now.milliseconds)
        - Int64(clamping: report.writer.milliseconds))
    let fields = report.fields.filter { $0 != "kind" && $0 != "entry" }.map { style.line($0) }
    var parts = fields.count > Self.fieldLimit ? ["\(fields.count) fields"] : fields
    if (report.of ?? report.verb) == .new { parts = [] }
    parts.append(span.milliseconds < 60_000 ? "just now" : "\(span.words) ago")
    if !report.writer.isLocal { parts.append("on " + style.line(report.writer.place)) }
    return "(" + parts.joined(separator: ", ") + ")"
  }
}
