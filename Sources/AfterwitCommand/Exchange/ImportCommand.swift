internal import AfterwitDevice
internal import AfterwitExchange
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings in what another program keeps: once, or again and again.",
    discussion: """
      Formats: \(SourceFormat.allCases.map(\.rawValue).joined(separator: ", ")). Without --from, the \
      format is recognised by the content. Importing again brings nothing twice: what was edited there \
      since becomes a change of the same entry, and what was edited here stays. afterwit undo takes \
      all of it back.

      For example:
        afterwit import --dry-run ~/journal.txt
        afterwit import --from markdown ~/notes --tag notes
        task export | afterwit import --from taskwarrior -
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The file or the folder, or - to read stdin.", completion: .file())
  var path: String
  @Option(parsing: .unconditional, help: "The format.")
  var from: TypedWord<SourceFormat>?
  @Flag(help: "Only tell what would come; write nothing.")
  var dryRun = false
  @Option(parsing: .unconditional, help: "What the entries are to be: a kind, or an occasion.")
  var kind: String?
  @Option(
    parsing: .unconditionalSingleValue, help: "A tag that each gets beside its own; repeatable.")
  var tag: [String] = []
  @Option(
    parsing: .unconditional,
    help:
      "The zone of times that name none, such as Europe/Berlin; without it, that of this machine.")
  var timezone: String?
  @Option(
    parsing: .unconditional,
    help: "How an Emacs diary writes days: iso, european or american.")
  var style: TypedWord<SourceOptions.DiaryStyle>?
  @Option(
    parsing: .unconditional,
    help: "How jrnl writes its stamps where no jrnl.yaml says it, such as %d.%m.%Y %H:%M.")
  var timeformat: String?

  func run() throws {
    guard tag.allSatisfy({ 1...1024 ~= Tag.normalized($0).utf8.count }) else {
      throw CommandFailure.usage("A tag has from 1 to 1024 bytes.")
    }
    var choice = ImportChoice(tags: tag)
    if let kind {
      let typed = try TypedKind(kind)
      choice.kind = typed.kind
      if let occasion = typed.occasion { choice.occasion = occasion }
    }
    let clocks = SystemClocks(zone: timezone)
    if let timezone, clocks.localTime(0, in: timezone) == nil {
      throw DeviceFailure.source(.noZone(timezone))
    }
    let device = try options.openDevice()
    let source = try TypedSource(path).source()
    let format = try from?.value ?? recognised(source)
    let watch = SignalWatch()
    watch.begin()
    defer { watch.end() }
    var bar = ProgressBar()
    let report = try device.importEntries(
      from: source, format: format,
      options: SourceOptions(
        style: style?.value, timeFormat: timeformat, clocks: clocks),
      choice: choice, isDryRun: dryRun
    ) { done, all in
      bar.show(done, of: all)
      return watch.arrived == nil
    }
    bar.end()
    let page = ImportPage(format: format, isRecognised: from == nil, isDryRun: dryRun)
    try options.invocation.print(
      documents: [JSONValue.document(report, page: page)], lines: page.lines(report))
    if !report.isComplete, let signal = watch.arrived {
      throw Interrupted(signal: signal, failure: Self.stopped(report))
    }
    if report.total == 0 { throw DeviceFailure.source(.empty(path)) }
  }

  private func recognised(_ source: Source) throws -> SourceFormat {
    guard let format = SourceFormat(recognising: source) else {
      throw DeviceFailure.source(.unknownFormat(path))
    }
    return format
  }

  private static func stopped(_ report: ImportReport) -> CommandFailure {
    CommandFailure(
      .failed, "The import was stopped before its end.",
      safe: "\(report.new + report.changed) entries are in the journal.",
      next: "To go on, type the same command again.")
  }
}

/// A word of a command line that is one of a few.
struct TypedWord<Value: RawRepresentable & CaseIterable>: ExpressibleByArgument
where Value.RawValue == String {
  static var allValueStrings: [String] { Value.allCases.map(\.rawValue) }

  /// What it names.
  let value: Value

  init?(argument: String) {
    guard let value = Value(rawValue: argument) else { return nil }
    self.value = value
  }
}
