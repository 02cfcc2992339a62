internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit edit`.
struct EditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Changes an entry; opens your editor if no text and no value is given.",
    discussion: """
      All that one command says is one change. Several texts: name the field before each, as in \
      --field lesson --text L --field next --text N.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .entryToChange)
  var id: String
  @Argument(help: ArgumentHelp("Read the whole new text from stdin.", valueName: "-"))
  var source: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: "The field of the texts behind it (default: the main text of this kind); repeatable.")
  var field: [PlacedValue] = []
  @Option(
    parsing: .unconditionalSingleValue, help: "The whole new text; once for each field.")
  var text: [PlacedValue] = []
  @Option(
    parsing: .unconditionalSingleValue, help: "A paragraph to add at the end; repeatable.")
  var append: [PlacedValue] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A field's new value; repeatable.", valueName: "field=value"))
  var set: [PlacedValue] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("An element to add to a set; repeatable.", valueName: "field=value"))
  var add: [PlacedValue] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("An element to take out of a set; repeatable.", valueName: "field=value"))
  var remove: [PlacedValue] = []

  func run() async throws {
    guard source == nil || source == "-" else {
      throw CommandFailure.usage(
        "edit does not take its text as a word.", next: "Use --text TEXT, --append TEXT, or -.")
    }
    let typed = try typed()
    try typed.check()
    let device = try options.openDevice()
    let id = try device.entryID(toChange: id)
    guard !typed.areNone else {
      try await editInEditor(id, field: typed.fields.first, on: device)
      return
    }
    let (edits, awaited) = try typed.edits(main: try mainField(of: id, on: device))
    let request = EditRequest(.edit(id), edits, awaiting: awaited)
    let outcome =
      awaited == nil
      ? try device.carryOut(request) : try device.carryOut(request) { try $0.wholeText() }
    try device.talk(of: outcome, options.invocation)
  }

  /// What was typed, in its order.
  private func typed() throws(CommandFailure) -> TypedEdits {
    var placed: [(place: Int, piece: TypedEdits.Piece)] = []
    placed += field.map { ($0.place, .field($0.text)) }
    placed += text.map { ($0.place, .text($0.text)) }
    placed += append.map { ($0.place, .append($0.text)) }
    for (values, edit) in [
      (set, FieldEdit.set), (add, FieldEdit.add), (remove, FieldEdit.remove),
    ] {
      for value in values {
        let pair = try FieldValue(value.text)
        placed.append((value.place, .edit(edit(pair.field, pair.value))))
      }
    }
    let pieces = placed.sorted { $0.place < $1.place }.map(\.piece)
    return TypedEdits(pieces: pieces + (source == nil ? [] : [.input]))
  }

  private func editInEditor(_ id: EntryID, field: String?, on device: Device) async throws {
    let draft = try device.openDraft(id, field: field)
    guard try await Editor.standard.open(draft) == .done else { return }
    try device.talk(of: try device.commit(draft), field: draft.field, options.invocation)
  }

  /// The main text of the entry's kind; an unknown kind has none, and the device refuses the edit.
  private func mainField(of id: EntryID, on device: Device) throws(DeviceFailure) -> String {
    try device.entry(id).kind?.defaultField.name.string ?? ""
  }
}
