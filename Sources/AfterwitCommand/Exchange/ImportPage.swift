internal import AfterwitDevice
internal import AfterwitExchange

/// What an import came to, in lines.
struct ImportPage {
  let format: SourceFormat
  /// Whether the format was recognised, and not named.
  let isRecognised: Bool
  /// Whether nothing was written.
  let isDryRun: Bool

  /// How many came, how many were there, and each thing that could not be carried over.
  func lines(_ report: ImportReport) -> [String] {
    var lines: [String] = []
    if isRecognised { lines.append("This is read as \(format.rawValue).") }
    lines.append(Self.count(report.new) + (isDryRun ? " would come." : " came."))
    if report.known > 0 {
      lines.append(
        Self.count(report.known) + " there already.", one: " is", many: " are", report.known)
    }
    if report.changed > 0 {
      lines.append(
        Self.count(report.changed) + (isDryRun ? " would get" : " got")
          + " what was edited there since.")
    }
    if report.kept > 0 {
      lines.append(
        Self.count(report.kept) + (report.kept == 1 ? " was" : " were")
          + " edited here and there, and \(report.kept == 1 ? "stays" : "stay") as here.")
    }
    if report.removed > 0 {
      lines.append(
        Self.count(report.removed) + (report.removed == 1 ? " was" : " were")
          + " removed here, and \(report.removed == 1 ? "stays" : "stay") so.")
    }
    if report.refused > 0 {
      lines.append(Self.count(report.refused) + " could not be carried over.")
    }
    let all = report.notes.count + report.furtherNotes
    if all > 0 { lines.append(all == 1 ? "One thing to know:" : "\(all) things to know:") }
    lines += report.notes.map { "  " + Escaping.oneLine(ImportNoteLine($0).text) }
    if report.furtherNotes > 0 { lines.append("  and \(report.furtherNotes) more of the kind.") }
    return lines
  }

  private static func count(_ number: Int) -> String {
    number == 1 ? "1 entry" : "\(number) entries"
  }
}

extension [String] {
  /// Appends a sentence whose verb stands in one of two numbers.
  fileprivate mutating func append(_ text: String, one: String, many: String, _ count: Int) {
    append(text.replacing(" there already.", with: (count == 1 ? one : many) + " there already."))
  }
}
