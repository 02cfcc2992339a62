internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows an entry or an item of a list, or exactly one field of it.",
    discussion: """
      A place under review shows every version of it, as in every ‹morning | evening›.
      \(ArgumentHelp.fieldsOfKinds)

      For example:
        afterwit show @
        afterwit show 7r2f --field lesson
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entry, or an item of a list: the start of its id, or @ for the last entry.")
  var id: String
  @Option(parsing: .unconditional, help: "Show only this field; into a pipe it goes byte for byte.")
  var field: String?

  func run() throws {
    let device = try options.openDevice()
    guard case .entry(let id) = try device.subject(id) else { return try showElement(on: device) }
    let entry = try device.entry(id)
    if let field { try check(field, of: entry) }
    try options.invocation.print(
      documents: [
        JSONValue.document(
          entry, verb: "show", reviews: try device.openReviewIDs(of: entry), only: field)
      ],
      lines: try lines(of: entry, on: device))
    if let field, entry.value(of: field) == nil {
      options.invocation.talkOnTerminal(["Nothing is written in \(field) yet."])
    }
  }

  private func showElement(on device: Device) throws {
    guard case .element(let key) = try device.subject(id) else { return }
    let element = try device.element(key)
    if let field, element.list?.field(named: field) == nil,
      element.view.value(of: field) == nil
    {
      let known = element.list?.fields.map(\.name.name.string) ?? []
      throw CommandFailure.usage(
        "A \(element.list?.word ?? "item") has no field \"\(field)\".",
        next: "Type one of: " + known.joined(separator: ", "))
    }
    let lines =
      field.map { element.view.value(of: $0).map { [EntryPage.exact($0)] } ?? [] }
      ?? [ElementPage(style: .standardOutput).text(element)]
    try options.invocation.print(
      documents: [JSONValue.document(element, only: field)], lines: lines)
  }

  /// The whole entry as a page, or exactly one field of it; nothing for a field that has no value.
  private func lines(of entry: EntryView, on device: Device) throws -> [String] {
    guard let field else {
      let page = EntryPage(
        style: .standardOutput, links: try device.names(ofLinks: entry),
        places: try places(in: entry, of: device))
      return [page.text(entry)]
    }
    guard let value = entry.value(of: field) else { return [] }
    return [Style.standardOutput.plain(EntryPage.exact(value))]
  }

  /// The fields of the entry itself in which something is under review.
  private func places(
    in entry: EntryView, of device: Device
  ) throws -> [String: ReviewedText] {
    guard entry.openPartCount > 0, Output.isTerminal else { return [:] }
    return try device.reviews(in: entry.id).reduce(into: [:]) { places, review in
      if review.element == nil { places[review.field] = ReviewedText(review) }
    }
  }

  private func check(_ field: String, of entry: EntryView) throws(CommandFailure) {
    guard entry.value(of: field) == nil, entry.kind?.field(named: field) == nil else { return }
    let known = entry.kind?.fields.map(\.name.name.string) ?? []
    throw .usage(
      "A \(entry.kindName) has no field \"\(field)\".",
      next: "Type one of: " + known.joined(separator: ", "))
  }
}
