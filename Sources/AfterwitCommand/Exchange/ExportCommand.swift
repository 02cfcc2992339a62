internal import AfterwitDevice
internal import AfterwitExchange
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit export`.
struct ExportCommand: ParsableCommand {
  /// The forms that an export takes.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// One document for each entry, each on a line of its own.
    case json
    /// A folder of Markdown, a file an entry.
    case md
    case jrnl, html, ical, org, dayone
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Writes everything of every entry: as JSON, as Markdown, or as other programs read it.",
    discussion: """
      json holds all there is, also of deleted entries, one document a line; md all that is shown, a \
      file an entry; html is one page to read, to search and to print. jrnl, ical, org and dayone are \
      for those programs; what they have no place for is told. The arguments choose among the entries.
      \(EntryFilter.help)

      For example:
        afterwit export > journal.json
        afterwit export --format md -o journal
        afterwit export --format html -o journal.html tag:onsite since:2026-06
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "What holds of them: words and filters, all of which must hold.")
  var filter: [String] = []
  @Option(
    parsing: .unconditional, help: "The format: json, md, jrnl, html, ical, org or dayone.")
  var format: Format = .json
  @Option(
    name: [.customShort("o"), .customLong("output")], parsing: .unconditional,
    help: "Write to this new file, or for md to this new folder, and not to stdout.")
  var output: String?

  func run() throws {
    let chosen = filter.isEmpty ? EntryFilter() : try EntryFilter(typed: filter)
    let device = try options.openDevice()
    switch format {
    case .json: try writeDocuments(device, chosen)
    case .md: try writeFolder(device, chosen)
    case .jrnl, .html, .ical, .org, .dayone:
      guard let book = BookFormat(rawValue: format.rawValue) else { return }
      try write(device, chosen, as: book)
    }
  }

  private func writeDocuments(_ device: Device, _ chosen: EntryFilter) throws {
    guard let output else {
      return try device.export(chosen) { entry in Output.line(JSONValue.document(entry).text) }
    }
    var text = ""
    try device.export(chosen) { entry in text += JSONValue.document(entry).text + "\n" }
    try PageFile(path: output, option: "-o", isReplaceable: false).write(text, replacing: false)
  }

  private func writeFolder(_ device: Device, _ chosen: EntryFilter) throws {
    guard let output else {
      throw CommandFailure.usage(
        "Markdown is a file an entry, and needs a folder.",
        next: "Type: afterwit export --format md -o journal")
    }
    let folder = try NewFolder(output)
    var writer = MarkdownWriter()
    var hidden = ExportLosses()
    do {
      try device.export(chosen) { entry in
        guard let shown = ShownEntry(entry) else { return hidden.countHidden() }
        let file = writer.file(shown)
        try folder.write(file.text, as: file.name)
      }
      try folder.finish()
    } catch {
      folder.abandon()
      throw error
    }
    tell([writer.losses, hidden])
  }

  private func write(_ device: Device, _ chosen: EntryFilter, as book: BookFormat) throws {
    var entries: [ShownEntry] = []
    var hidden = ExportLosses()
    try device.export(chosen) { entry in
      guard let shown = ShownEntry(entry) else { return hidden.countHidden() }
      entries.append(shown)
    }
    let (text, losses) = book.text(of: entries, clocks: SystemClocks(zone: nil))
    if let output {
      try PageFile(path: output, option: "-o", isReplaceable: false).write(text, replacing: false)
    } else {
      Output.write(text)
    }
    tell([losses, hidden])
  }

  private func tell(_ losses: [ExportLosses]) {
    options.invocation.talk(losses.flatMap(ExportLossLines.lines))
  }
}
