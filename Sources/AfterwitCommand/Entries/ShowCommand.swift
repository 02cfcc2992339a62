internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows an entry, or exactly one field of it.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entry: the start of its id, or @ for the last one touched.")
  var id: String
  @Option(parsing: .unconditional, help: "Only this field; into a pipe, exactly.")
  var field: String?

  func run() throws {
    let device = try options.openDevice()
    let entry = try device.entry(try device.entryID(id))
    if let field, !options.json {
      try show(field, of: entry)
      return
    }
    if let field { try check(field, of: entry) }
    guard !options.json else {
      let reviews = try device.openReviewIDs(of: entry)
      Output.line(JSONValue.document(entry, verb: "show", reviews: reviews, only: field).text)
      return
    }
    Output.line(EntryPage(style: .standardOutput).text(entry))
    if let talk = OpenReviews.talk(entry.openParts.count) { Output.talk(talk) }
  }

  private func show(_ field: String, of entry: EntryView) throws(DeviceFailure) {
    try check(field, of: entry)
    guard let value = entry.value(of: field) else { return }
    Output.line(Style.standardOutput.plain(EntryPage.exact(value)))
  }

  private func check(_ field: String, of entry: EntryView) throws(DeviceFailure) {
    guard entry.value(of: field) == nil, entry.kind?.field(named: field) == nil else { return }
    let known = entry.kind?.fields.map(\.name.name.string) ?? []
    throw .usage(
      "A \(entry.kindName) has no field \"\(field)\".",
      next: "Type one of: " + known.joined(separator: ", "))
  }
}
