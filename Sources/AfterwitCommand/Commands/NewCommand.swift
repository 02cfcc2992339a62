internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a new entry and prints its id.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "reflection, goal or mantra.")
  var kind: String
  @Argument(help: "The text, or - for what comes through stdin.")
  var text: String?
  @Option(parsing: .unconditional, help: "The title.")
  var title: String?
  @Option(parsing: .unconditional, help: "The day of the event: 2026-11-20, today, yesterday.")
  var on: String?
  @Option(parsing: .unconditionalSingleValue, help: "A tag; repeatable.")
  var tag: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A field's value; repeatable.", valueName: "field=value"))
  var set: [String] = []
  @Option(parsing: .unconditional, help: "The field that the text goes to.")
  var field: String?

  func run() throws {
    guard let kind = Kind(rawValue: kind) else {
      throw DeviceFailure.usage(
        "There is no kind \"\(kind)\".",
        next: "Type one of: " + Kind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard text != nil || field == nil else {
      throw DeviceFailure.usage("--field needs a text.", next: "Add the text, or - for stdin.")
    }
    let device = try options.openDevice()
    Output.line(try device.new(kind, edits: try edits(of: kind)).shortText)
  }

  private func edits(of kind: Kind) throws(DeviceFailure) -> [FieldEdit] {
    var edits: [FieldEdit] = []
    if let text {
      let whole = text == "-" ? try StandardInput.text() : text
      let capture = title == nil ? kind.captureField : kind.defaultField
      edits.append(.replace(field: field ?? capture.name.string, text: whole))
    }
    if let title { edits.append(.set(field: "title", value: title)) }
    if let on { edits.append(.set(field: "on", value: on)) }
    for tag in tag { edits.append(.add(field: "tags", value: tag)) }
    for argument in set {
      let pair = try FieldValue(argument)
      // A new entry's set is empty: giving it a value is adding the first.
      edits.append(
        kind.field(named: pair.field)?.name.family == .set
          ? .add(field: pair.field, value: pair.value)
          : .set(field: pair.field, value: pair.value))
    }
    return edits
  }
}
