internal import AfterwitDevice

/// What is said of a backup.
struct BackupPage {
  /// Where it lies.
  let path: String

  /// What is said when it was made.
  func made(_ report: BackupReport) -> [String] {
    [
      "“\(name)” holds \(contents(report)).",
      report.isOnPaper
        ? "The recovery secret opens it, and nothing else."
        : "The passphrase opens it, and nothing else: without it, it is lost.",
      "To be sure of it, type: afterwit backup check \(name)",
    ]
  }

  /// What is said when it was checked.
  func checked(_ report: BackupReport) -> [String] {
    var lines = [
      "“\(name)” opens, and is whole: \(contents(report)).",
      "It was made on \(Moment(milliseconds: report.made).local)"
        + (report.newest.map { "; its newest change is of \(Moment(milliseconds: $0).local)." }
          ?? "."),
    ]
    if report.sealed > 0 {
      lines.append(
        Self.count(report.sealed, "change", "changes")
          + " in it cannot be read: the machine that made it had no key for them.")
    }
    return lines
  }

  /// What is said when it was restored.
  func restored(_ report: BackupReport) -> [String] {
    [
      "Here is what was there on \(Moment(milliseconds: report.made).local): \(contents(report)).",
      "This machine reads it, and is no device of the journal yet. To write, type:",
      "    afterwit device join < line          (the line that device invite shows elsewhere)",
      "    afterwit recover URL                 (where no other machine is left)",
    ]
  }

  private var name: String { Escaping.oneLine(path) }

  private func contents(_ report: BackupReport) -> String {
    [
      Self.count(report.entries, "entry", "entries"),
      Self.count(report.changes, "change", "changes"),
      report.drafts == 0 ? "no drafts" : Self.count(report.drafts, "draft", "drafts"),
    ].joinedAsProse
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many)"
  }
}
