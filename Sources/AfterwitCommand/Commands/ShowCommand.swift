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
    if let field {
      try show(field, of: entry)
    } else if options.json {
      Output.line(JSONValue.document(entry, verb: "show", texts: true).text)
    } else {
      Output.line(EntryPage(style: .standardOutput).text(entry))
    }
  }

  private func show(_ field: String, of entry: EntryView) throws(DeviceFailure) {
    let value = entry.value(of: field)
    guard value != nil || entry.kind?.field(named: field) != nil else {
      let known = entry.kind?.fields.map(\.name.name.string) ?? []
      throw .usage(
        "A \(entry.kindName) has no field \"\(field)\".",
        next: "Type one of: " + known.joined(separator: ", "))
    }
    if options.json {
      Output.line(JSONValue.document(entry, verb: "show", only: field).text)
    } else if let value {
      Output.line(Style.standardOutput.plain(EntryPage.exact(value)))
    }
  }
}
