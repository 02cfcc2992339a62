internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit edit`.
struct EditCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Changes an entry or an item; opens your editor if no text and no value is given.",
    discussion: """
      Without a field, your editor shows the whole entry as one document. \
      All that one command says is one change. Several texts: name the field before each, as in \
      --field lesson --text L --field next --text N.
      \(ArgumentHelp.fieldsOfKinds)

      For example:
        afterwit edit @
        afterwit edit @ --field lesson --text "I ask who waits for it."
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entry, or an item of a list: at least four characters of its id, or @.")
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

  func perform() async throws {
    guard source == nil || source == "-" else {
      throw CommandFailure.usage(
        "edit does not take its text as a word.", next: "Use --text TEXT, --append TEXT, or -.")
    }
    let typed = try typed()
    try typed.check()
    let device = try options.openDevice()
    let subject = try device.subject(toChange: id)
    guard !typed.areNone else {
      try await editInEditor(subject, field: typed.fields.first, on: device)
      return
    }
    let (edits, awaited) = try typed.edits(main: try mainField(of: subject, on: device))
    let request = EditRequest(subject, edits, awaiting: awaited)
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

  private func editInEditor(_ subject: Subject, field: String?, on device: Device) async throws {
    if field == nil, case .entry(let id) = subject {
      try await editDocument(of: id, on: device)
      return
    }
    let draft = try device.openDraft(subject, field: field)
    guard try await Editor.standard.open(draft) == .done else { return }
    try device.talk(of: try device.commit(draft), field: draft.field, options.invocation)
  }

  /// Opens the entry as one document.
  private func editDocument(of id: EntryID, on device: Device) async throws {
    let entry = try device.entry(id)
    let headings = entry.kind.map { kind in
      Template.usual(of: kind, occasion: entry.register("occasion")).headings
    }
    let opened = try device.document(of: id, headings: headings ?? [])
    let draft = try device.makeDraft(of: opened)
    guard try await Editor.standard.open(draft) == .done else { return }
    try device.talk(of: try device.commit(draft), options.invocation)
  }

  /// The main text of what is edited; an unknown kind has none, and the device refuses the edit.
  private func mainField(of subject: Subject, on device: Device) throws(DeviceFailure) -> String {
    switch subject {
    case .entry(let id): try device.entry(id).kind?.defaultField.name.string ?? ""
    case .element(let key): try device.element(key).list?.mainField.name.name.string ?? ""
    }
  }
}
