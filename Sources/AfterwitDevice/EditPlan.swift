internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

// A person names fields and gives words; a change holds operations. Between the two lie the rules
// of the kind (which fields there are, what their values may be) and the present state (a value
// that is shown already is no operation). Several edits of one field become one block.

/// The operations that make some edits true of an entry.
struct EditPlan {
  private let kind: Kind
  private let entry: EntryID
  private let today: Day
  private let transaction: Transaction
  private let states: FieldValues<FieldState>
  private var operations = FieldValues<Operations>()

  init(kind: Kind, entry: EntryID, today: Day, transaction: Transaction) throws {
    self.kind = kind
    self.entry = entry
    self.today = today
    self.transaction = transaction
    states = FieldValues(pairs: try transaction.content(of: entry)?.states ?? [])
  }

  /// The blocks of the change; empty where every edit is true already.
  var blocks: [Change.Block] {
    operations.pairs.map { field, operations in
      Change.Block(key: FieldKey(entry: entry, field: field), operations: operations)
    }
  }

  /// Adds an edit to the plan.
  /// - Throws: ``DeviceFailure`` of the code `usage` where the kind does not take it.
  mutating func add(_ edit: FieldEdit) throws {
    if edit.isOfText, let field = kind.field(named: edit.field)?.name, operations[field] != nil {
      throw EditMisfit.givenTwice(field: edit.field)
    }
    switch edit {
    case .set(let field, let value):
      let definition = try definition(of: field)
      switch definition.name.family {
      case .register: try assign(value, to: definition)
      case .text: try replace(definition, with: value)
      default: throw EditMisfit.holdsSeveral(field: field)
      }
    case .add(let field, let value):
      try change(field, adding: value)
    case .remove(let field, let value):
      try change(field, removing: value)
    case .replace(let field, let text):
      let definition = try definition(of: field)
      if definition.name.family == .register {
        try assign(text, to: definition)
      } else {
        try replace(definition, with: text)
      }
    case .append(let field, let text):
      let definition = try definition(of: field)
      let shown = try currentText(of: definition)
      let paragraph = Self.paragraph(text, after: shown)
      guard !text.isEmpty else { return }
      operations[definition.name] = .text(
        [.insert(position: shown.unicodeScalars.count, text: paragraph)])
    }
  }

  private func definition(of field: String) throws -> FieldDefinition {
    guard let definition = kind.field(named: field) else {
      throw EditMisfit.noField(field, kind: kind)
    }
    try states[definition.name]?.requireUnderstood(definition.name)
    return definition
  }

  private mutating func assign(_ value: String, to definition: FieldDefinition) throws {
    let value = try stored(value, in: definition)
    guard value.utf8.count <= Register.valueLimit else {
      throw EditMisfit.valueTooLong(
        field: definition.name.name.string, limit: Register.valueLimit)
    }
    if case .register(let register)? = states[definition.name]?.value {
      let isShown = ExactString(register.shown ?? "") == ExactString(value)
      if isShown, register.others.isEmpty {
        operations[definition.name] = nil
        return
      }
    } else if value.isEmpty {
      operations[definition.name] = nil
      return
    }
    operations[definition.name] = .register(value)
  }

  private mutating func replace(_ definition: FieldDefinition, with text: String) throws {
    guard text.utf8.count <= Limits.body else {
      throw EditMisfit.textTooLarge(bytes: text.utf8.count, limit: Limits.body)
    }
    try requireText(definition)
    let shown = try transaction.shownText(
      of: FieldKey(entry: entry, field: definition.name), in: states[definition.name])
    let difference =
      shown.text.isEmpty && !text.isEmpty
      ? [.insert(position: 0, text: text)] : TextDifference.operations(from: shown, to: text)
    operations[definition.name] = difference.isEmpty ? nil : .text(difference)
  }

  private func currentText(of definition: FieldDefinition) throws -> String {
    try requireText(definition)
    guard case .text(let field)? = states[definition.name]?.value else { return "" }
    return field.text
  }

  private func requireText(_ definition: FieldDefinition) throws {
    guard definition.name.family == .text else {
      throw EditMisfit.holdsNoText(field: definition.name.name.string)
    }
  }

  private mutating func change(
    _ field: String, adding added: String? = nil, removing removed: String? = nil
  ) throws {
    let definition = try definition(of: field)
    guard definition.name.family == .set else {
      throw EditMisfit.holdsOne(field: field)
    }
    let element = ExactString(try stored(added ?? removed ?? "", in: definition))
    guard !element.string.isEmpty, element.string.utf8.count <= AddWinsSet.elementLimit else {
      throw EditMisfit.elementLength(field: field, limit: AddWinsSet.elementLimit)
    }
    var present: Set<ExactString> = []
    if case .set(let set)? = states[definition.name]?.value { present = Set(set.elements) }
    var adding: Set<ExactString> = []
    var removing: Set<ExactString> = []
    if case .set(let before, let after)? = operations[definition.name] {
      adding = Set(before)
      removing = Set(after)
    }
    if added != nil {
      removing.remove(element)
      if !present.contains(element) { adding.insert(element) }
    } else {
      adding.remove(element)
      if present.contains(element) { removing.insert(element) }
    }
    operations[definition.name] =
      adding.isEmpty && removing.isEmpty
      ? nil : .set(added: adding.sorted(), removed: removing.sorted())
  }

  private func stored(_ value: String, in definition: FieldDefinition) throws -> String {
    if definition.name == FieldName("tags", family: .set) { return Tag.normalized(value) }
    if definition.rule == .entry, !value.isEmpty { return try transaction.entryID(value).text }
    do throws(FieldDefinition.Misfit) {
      return try definition.normalized(value, today: today)
    } catch {
      throw EditMisfit.value(
        value, field: definition.name.name.string, expected: error.expected)
    }
  }

  /// The words of a paragraph with a separator of its own, so that two which are appended at once
  /// stay apart: before it where the text goes on from a line, after it where a line begins.
  private static func paragraph(_ words: String, after text: String) -> String {
    if text.isEmpty { return words + "\n" }
    if text.hasSuffix("\n\n") { return words + "\n\n" }
    return text.hasSuffix("\n") ? "\n" + words + "\n" : "\n\n" + words
  }
}

extension FieldState {
  /// Refuses to edit a field of which this version does not understand everything.
  func requireUnderstood(_ field: FieldName) throws(EditMisfit) {
    guard notUnderstood.isEmpty else { throw .notUnderstood(field: field.name.string) }
  }
}

/// Values of the few fields of an entry.
///
/// They are found one after another: the type of a dictionary costs a process that makes one entry
/// more than all it would find in it.
private struct FieldValues<Value> {
  private(set) var pairs: [(FieldName, Value)] = []

  init(pairs: [(FieldName, Value)] = []) {
    self.pairs = pairs
  }

  subscript(field: FieldName) -> Value? {
    get { pairs.first { $0.0 == field }?.1 }
    set {
      pairs.removeAll { $0.0 == field }
      if let newValue { pairs.append((field, newValue)) }
    }
  }
}
