public import AfterwitDocument
public import AfterwitEncoding

// A person names fields and gives words; a change holds operations. Between the two lie the rules of
// the kind (which fields there are, what their values may be) and the present state (where a value
// is shown already, there is nothing to do). Several edits of one field become one block.

/// The operations that make some edits true of an entry.
public struct EditPlan {
  private let kind: Kind
  private let entry: EntryID
  private let today: Day
  private let textLimit: Int
  private let states: FieldValues<FieldState>
  private var operations = FieldValues<Operations>()

  /// A plan without edits.
  ///
  /// - Parameters:
  ///   - today: the day in the person's time zone.
  ///   - textLimit: how many bytes a text may have.
  ///   - states: what the fields of the entry hold; none for an entry that is to be made.
  public init(
    kind: Kind, entry: EntryID, today: Day, textLimit: Int, states: [(FieldName, FieldState)]
  ) {
    self.kind = kind
    self.entry = entry
    self.today = today
    self.textLimit = textLimit
    self.states = FieldValues(pairs: states)
  }

  /// The blocks of the change; empty where every edit is true already.
  public var blocks: [Change.Block] {
    operations.pairs.map { field, operations in
      Change.Block(key: FieldKey(entry: entry, field: field), operations: operations)
    }
  }

  /// The blocks of the change that makes the entry, its kind first.
  ///
  /// - Parameter edits: the edits that were added to the plan.
  /// - Throws: ``EditMisfit/nothingSaid`` where there is only white space in them.
  public func blocksOfNewEntry(by edits: [FieldEdit]) throws(EditMisfit) -> [Change.Block] {
    let blocks = blocks
    guard !blocks.isEmpty, edits.contains(where: \.saysSomething) else { throw .nothingSaid }
    let key = FieldKey(entry: entry, field: .kind)
    return [Change.Block(key: key, operations: .register(kind.rawValue))] + blocks
  }

  /// Adds an edit to the plan.
  /// - Throws: ``EditMisfit`` where the kind does not take it, and what the basis throws.
  public mutating func add(_ edit: FieldEdit, on basis: some EditBasis) throws {
    if edit.text != nil, let field = kind.field(named: edit.field)?.name, operations[field] != nil {
      throw EditMisfit.givenTwice(field: edit.field)
    }
    let definition = try definition(of: edit.field)
    let field = definition.name
    switch edit {
    case .set(_, let value), .replace(_, let value):
      switch field.family {
      case .register:
        let stored = try stored(value, in: definition, on: basis)
        guard stored.utf8.count <= Register.valueLimit else {
          throw EditMisfit.valueTooLong(field: edit.field, limit: Register.valueLimit)
        }
        operations[field] = Operations(assigning: stored, to: states[field])
      case .text, .set:
        try requireText(value, in: field, for: edit)
        let shown = try basis.shownText(
          of: FieldKey(entry: entry, field: field), in: states[field])
        operations[field] = Operations(replacing: shown, with: value)
      case .presence, .counter, .list, .log, nil:
        throw EditMisfit.noField(edit.field, kind: kind)
      }
    case .append(_, let words):
      guard field.family == .text else { throw EditMisfit.holdsNoText(field: edit.field) }
      guard let appended = Operations(appending: words, to: states[field]) else { return }
      operations[field] = appended
    case .add(_, let value), .remove(_, let value):
      guard field.family == .set else { throw EditMisfit.holdsOne(field: edit.field) }
      let element = ExactString(try stored(value, in: definition, on: basis))
      guard 1...AddWinsSet.elementLimit ~= element.string.utf8.count else {
        throw EditMisfit.elementLength(field: edit.field, limit: AddWinsSet.elementLimit)
      }
      var isWanted = false
      if case .add = edit { isWanted = true }
      for other in otherForms(of: element, by: definition.rule, in: field) {
        operations[field] = Operations(
          other, isWanted: false, in: states[field], after: operations[field])
      }
      operations[field] = Operations(
        element, isWanted: isWanted, in: states[field], after: operations[field])
    }
  }

  /// The same tag in forms that another device wrote; a set that is edited holds it once.
  private func otherForms(
    of element: ExactString, by rule: FieldDefinition.Rule, in field: FieldName
  ) -> [ExactString] {
    guard rule == .tag, case .set(let set)? = states[field]?.value else { return [] }
    return set.elements.filter {
      $0 != element && ExactString(Tag.normalized($0.string)) == element
    }
  }

  private func definition(of field: String) throws(EditMisfit) -> FieldDefinition {
    guard let definition = kind.field(named: field) else { throw .noField(field, kind: kind) }
    try states[definition.name]?.requireUnderstood(definition.name)
    return definition
  }

  /// Refuses a text that is too large, or is given to a field that holds none.
  private func requireText(
    _ text: String, in field: FieldName, for edit: FieldEdit
  ) throws(EditMisfit) {
    if case .set = edit, field.family != .text { throw .holdsSeveral(field: edit.field) }
    guard text.utf8.count <= textLimit else {
      throw .textTooLarge(bytes: text.utf8.count, limit: textLimit)
    }
    guard field.family == .text else { throw .holdsNoText(field: edit.field) }
  }

  private func stored(
    _ value: String, in definition: FieldDefinition, on basis: some EditBasis
  ) throws -> String {
    if definition.rule == .entry, !value.isEmpty { return try basis.entryID(value).text }
    do throws(FieldDefinition.Misfit) {
      return try definition.normalized(value, today: today)
    } catch {
      throw EditMisfit.value(
        value, field: definition.name.name.string, expected: error.expected)
    }
  }
}
