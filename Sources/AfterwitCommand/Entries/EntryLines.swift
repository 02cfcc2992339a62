internal import AfterwitDevice
internal import AfterwitJournal

/// The entries of a filter, printed as they are read: a line each, or a JSON document each.
struct EntryLines {
  /// How many entries decide how wide the column of days is.
  private static let looked = 64

  /// Which home, and how to print.
  let invocation: Invocation
  /// The command that shows them, which names the schema.
  let verb: String

  /// Prints them; says how many there are, and in what order, where a person reads it.
  func show(_ filter: ListFilter, of device: Device) throws {
    var output = PagedOutput(pager: invocation.pager)
    var waiting: [ListedEntry] = []
    var line: EntryLine?
    var count = 0
    var titles = ReviewedTitles(of: device)
    let today = try Environment.present().today
    func begin() throws -> EntryLine {
      let made = EntryLine(
        style: .standardOutput, today: today, columns: Preferences.present.listColumns,
        widthOf: waiting)
      for entry in waiting { try output.line(made.text(entry, in: &titles)) }
      return made
    }
    try device.each(filter) { entry in
      count += 1
      if invocation.json {
        try output.line(document(entry, of: device).text)
      } else if let line {
        try output.line(line.text(entry, in: &titles))
      } else {
        waiting.append(entry)
        if waiting.count == Self.looked { line = try begin() }
      }
    }
    if !invocation.json, line == nil { _ = try begin() }
    try output.end()
    invocation.talkOnTerminal(summary(count, of: filter))
  }

  private func document(_ listed: ListedEntry, of device: Device) throws -> JSONValue {
    JSONValue.document(
      listed.entry, verb: verb, reviews: try device.openReviewIDs(of: listed.entry),
      match: listed.excerpt)
  }

  /// What is said on a terminal beside the lines.
  private func summary(_ count: Int, of filter: ListFilter) -> [String] {
    switch count {
    case 0:
      let isEmpty = filter.filter.terms.isEmpty && !filter.deleted && filter.order != .due
      return [isEmpty ? "There is no entry yet. Type: afterwit new" : "No entry is like that."]
    case 1: return []
    default: return ["\(count) entries, \(filter.order.words)."]
    }
  }
}
