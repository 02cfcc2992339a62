internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// Writes a new entry and prints its id.
struct NewAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// The kind, as it was typed.
  var kind: String
  /// The text, or `-` to read it from stdin.
  var text: String?
  /// The title.
  var title: String?
  /// The day of the event, as it was typed.
  var on: String?
  /// Tags.
  var tags: [String] = []
  /// Values of fields, each `field=value`.
  var values: [String] = []
  /// The field that takes the text.
  var field: String?

  /// Does it.
  func run() throws {
    let kind = try Kind(typed: kind)
    guard text != nil || field == nil else {
      throw CommandFailure.usage("--field needs a text.", next: "Add the text, or - for stdin.")
    }
    let edits = try edits(of: kind)
    let device = try invocation.openDevice()
    let request = EditRequest(.new(kind), edits, awaiting: text == "-" ? 0 : nil)
    let outcome =
      try text == "-" ? device.carryOut(request) { try $0.text() } : device.carryOut(request)
    Output.line(outcome.entry.shortText)
    invocation.talk(outcome.understood.map(\.line))
  }

  /// The edits that make the entry; that of the text comes first, without its words where they come
  /// through stdin.
  private func edits(of kind: Kind) throws(CommandFailure) -> [FieldEdit] {
    var edits: [FieldEdit] = []
    if let text {
      let capture = title == nil ? kind.captureField : kind.defaultField
      edits.append(.replace(field: field ?? capture.name.string, text: text == "-" ? "" : text))
    }
    if let title { edits.append(.set(field: "title", value: title)) }
    if let on { edits.append(.set(field: "on", value: on)) }
    for tag in tags { edits.append(.add(field: "tags", value: tag)) }
    for argument in values {
      let pair = try FieldValue(argument)
      // The set of a new entry is empty, so setting it to a value means adding the first element.
      edits.append(
        kind.field(named: pair.field)?.name.family == .set
          ? .add(field: pair.field, value: pair.value)
          : .set(field: pair.field, value: pair.value))
    }
    return edits
  }
}

extension NewAction {
  /// Reads the arguments of a plain line; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard
      let plain = PlainArguments(
        arguments, values: ["--title", "--on", "--field"], lists: ["--tag", "--set"]),
      let kind = plain.words.first, plain.words.count <= 2
    else { return nil }
    self.init(
      invocation: plain.invocation, kind: kind,
      text: plain.words.count == 2 ? plain.words[1] : nil, title: plain.value("--title"),
      on: plain.value("--on"), tags: plain.values("--tag"), values: plain.values("--set"),
      field: plain.value("--field"))
  }
}
