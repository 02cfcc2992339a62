internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit add`.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds an item to a list of an entry and prints its id.",
    discussion: """
      Reflections have the lists lack, question, feedback, followup and ask; goals have step and \
      check-in. For example: afterwit add @ followup "Thank Ana" --set due=2026-12-01
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .entryToChange)
  var id: String
  @Argument(help: "The list, by its name or the word for an item of it.")
  var field: String
  @Argument(help: "The text, or - to read it from stdin.")
  var text: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A value of the item; repeatable.", valueName: "name=value"))
  var set: [String] = []

  func run() throws {
    var edits: [FieldEdit] = []
    for argument in set {
      let pair = try FieldValue(argument)
      edits.append(.set(field: pair.field, value: pair.value))
    }
    let device = try options.openDevice()
    let entry = try device.entryID(toChange: id)
    let list = try device.list(field, of: entry)
    if let text {
      let words = text == "-" ? "" : text
      edits.insert(.replace(field: list.mainField.name.name.string, text: words), at: 0)
    }
    let request = EditRequest(
      .add(list: list.name, to: entry), edits, awaiting: text == "-" ? 0 : nil)
    let outcome =
      try text == "-" ? device.carryOut(request) { try $0.text() } : device.carryOut(request)
    if let element = outcome.element { Output.line(element.element.id.shortText) }
    options.invocation.talk(outcome.understood.map(\.line))
  }
}
