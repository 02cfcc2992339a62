internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit edit`.
struct EditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Changes an entry; opens your editor if no text and no value is given.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: .entry)
  var id: String
  @Argument(help: ArgumentHelp("Read the whole new text from stdin.", valueName: "-"))
  var source: String?
  @Option(
    parsing: .unconditional, help: "The field to change (default: the main text of this kind).")
  var field: String?
  @Option(parsing: .unconditional, help: "The whole new text.")
  var text: String?
  @Option(parsing: .unconditional, help: "A paragraph to add at the end.")
  var append: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A field's new value; repeatable.", valueName: "field=value"))
  var set: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("An element to add to a set; repeatable.", valueName: "field=value"))
  var add: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("An element to take out of a set; repeatable.", valueName: "field=value"))
  var remove: [String] = []

  func run() async throws {
    try check()
    let device = try options.openDevice()
    let id = try device.entryID(id)
    guard hasText || !(set + add + remove).isEmpty else {
      try await editInEditor(id, on: device)
      return
    }
    _ = try device.edit(id, edits: try edits(of: id, on: device))
  }

  private var hasText: Bool { source != nil || text != nil || append != nil }

  private func check() throws(CommandFailure) {
    guard source == nil || source == "-" else {
      throw .usage(
        "edit does not take its text as a word.", next: "Use --text TEXT, --append TEXT, or -.")
    }
    guard [source, text, append].count(where: { $0 != nil }) < 2 else {
      throw .usage("--text, --append and - exclude each other.", next: "Give one of them.")
    }
    guard hasText || field == nil || (set + add + remove).isEmpty else {
      throw .usage("--field needs a text here.", next: "Add --text TEXT, --append TEXT, or -.")
    }
  }

  /// The edits that the command line asks for; together they become one change.
  private func edits(of id: EntryID, on device: Device) throws -> [FieldEdit] {
    var edits: [FieldEdit] = []
    if hasText {
      let field = if let field { field } else { try defaultField(of: id, on: device) }
      if let append {
        edits.append(.append(field: field, text: append))
      } else {
        let whole = if let text { text } else { try StandardInput.wholeText() }
        edits.append(.replace(field: field, text: whole))
      }
    }
    for argument in set {
      let pair = try FieldValue(argument)
      edits.append(.set(field: pair.field, value: pair.value))
    }
    for argument in add {
      let pair = try FieldValue(argument)
      edits.append(.add(field: pair.field, value: pair.value))
    }
    for argument in remove {
      let pair = try FieldValue(argument)
      edits.append(.remove(field: pair.field, value: pair.value))
    }
    return edits
  }

  private func editInEditor(_ id: EntryID, on device: Device) async throws {
    let draft = try device.openDraft(id, field: field)
    try await Editor.standard.open(draft)
    if try !device.commit(draft) { Output.talk("Nothing was changed.") }
  }

  /// The main text of the entry's kind; an unknown kind has none, and the device refuses the edit.
  private func defaultField(of id: EntryID, on device: Device) throws(DeviceFailure) -> String {
    try device.entry(id).kind?.defaultField.name.string ?? ""
  }
}
