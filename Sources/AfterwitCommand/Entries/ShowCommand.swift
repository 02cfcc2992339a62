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
        afterwit show @ --at yesterday
        afterwit show 7r2f --field lesson --blame
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entry, or an item of a list: the start of its id, or @ for the last entry.")
  var id: String
  @Option(parsing: .unconditional, help: "Show only this field; into a pipe it goes byte for byte.")
  var field: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Show it as it was: a number of afterwit history, or a time, as 2026-11-03T20:15.",
      valueName: "when"))
  var at: String?
  @Flag(help: "Show each line of its texts with the machine and the day that wrote most of it.")
  var blame = false

  func run() throws {
    guard at == nil || !blame else {
      throw CommandFailure.usage(
        "Who wrote a line is told of what stands now.", next: "Leave out --at or --blame.")
    }
    let device = try options.openDevice()
    if blame { return try showLines(on: device) }
    if let at { return try showPast(VersionName(at), on: device) }
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

  /// Shows who wrote the lines of texts.
  private func showLines(on device: Device) throws {
    let subject = try device.subject(id)
    let texts = try device.blame(of: subject, field: field)
    try options.invocation.print(
      documents: BlamePage.documents(texts, of: subject),
      lines: BlamePage(style: .standardOutput).lines(texts),
      nothing: "Nothing is written there yet.")
  }

  /// Shows an entry, or an item, as it was at a version.
  private func showPast(_ name: VersionName, on device: Device) throws {
    switch try device.subject(id) {
    case .element(let key):
      let (element, version) = try device.element(key, at: name)
      try show(element, at: version)
    case .entry(let id):
      let past = try device.entry(id, at: name)
      if let field { try check(field, of: past.view) }
      try options.invocation.print(
        documents: [
          JSONValue.document(
            past.view, verb: "show", reviews: past.reviews, only: field,
            version: past.version.number)
        ],
        lines: try lines(of: past.view, version: past, on: device))
    }
  }

  private func showElement(on device: Device) throws {
    guard case .element(let key) = try device.subject(id) else { return }
    try show(try device.element(key))
  }

  private func show(_ element: ElementReport, at version: EntryVersion? = nil) throws {
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
      documents: [JSONValue.document(element, only: field, version: version?.number)],
      lines: lines)
  }

  /// The whole entry as a page, or exactly one field of it; nothing for a field that has no value.
  private func lines(
    of entry: EntryView, version: PastEntry? = nil, on device: Device
  ) throws -> [String] {
    guard let field else {
      let page = EntryPage(
        style: .standardOutput, links: try device.names(ofLinks: entry),
        places: version == nil ? try places(in: entry, of: device) : [:],
        version: version.map { "version \($0.version.number) of \($0.count)" })
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
