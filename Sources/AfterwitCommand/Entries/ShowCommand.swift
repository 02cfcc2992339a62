internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows an entry, or exactly one field of it.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: .entry)
  var id: String
  @Option(parsing: .unconditional, help: "Show only this field; into a pipe it goes byte for byte.")
  var field: String?

  func run() throws {
    let device = try options.openDevice()
    let entry = try device.entry(try device.entryID(id))
    if let field { try check(field, of: entry) }
    try options.invocation.print(
      documents: [
        JSONValue.document(
          entry, verb: "show", reviews: try device.openReviewIDs(of: entry), only: field)
      ],
      lines: lines(of: entry))
    if field == nil { options.invocation.talk(OpenReviews.talk(entry.openPartCount)) }
  }

  /// The whole entry as a page, or exactly one field of it; nothing for a field that has no value.
  private func lines(of entry: EntryView) -> [String] {
    guard let field else { return [EntryPage(style: .standardOutput).text(entry)] }
    guard let value = entry.value(of: field) else { return [] }
    return [Style.standardOutput.plain(EntryPage.exact(value))]
  }

  private func check(_ field: String, of entry: EntryView) throws(CommandFailure) {
    guard entry.value(of: field) == nil, entry.kind?.field(named: field) == nil else { return }
    let known = entry.kind?.fields.map(\.name.name.string) ?? []
    throw .usage(
      "A \(entry.kindName) has no field \"\(field)\".",
      next: "Type one of: " + known.joined(separator: ", "))
  }
}
