public import AfterwitDocument
public import AfterwitEncoding
public import AfterwitText

// A person names fields and gives words; a change holds operations. Between the two lie the rules of
// the kind (which fields there are, what their values may be) and the present state (where a value
// is shown already, there is nothing to do). Several edits of one field become one block: elements of
// a set and paragraphs of a text, in the order given; a whole value or text is given alone.

/// The operations that make some edits true of an entry, or of an element of a list.
public struct EditPlan {
  let owner: FieldOwner
  private let entry: EntryID
  private let element: ListElement?
  let standpoint: Standpoint
  private let textLimit: Int
  let states: FieldValues<FieldState>
  private let texts: FieldValues<ShownText>
  private var operations = FieldValues<Operations>()
  /// The fields that were given a whole value or text.
  private var wholes: [FieldName] = []
  /// The days that were named in words, in the order of the edits.
  public internal(set) var understood: [UnderstoodDate] = []
  /// The paragraphs that texts were given.
  private var paragraphs = FieldValues<[String]>()

  /// A plan without edits.
  ///
  /// - Parameters:
  ///   - element: the element of the entry that is edited; `nil` for the entry itself.
  ///   - standpoint: from where days are named.
  ///   - textLimit: how many bytes a text may have.
  ///   - states: what the fields hold; none for what is to be made.
  ///   - texts: what texts showed when the edits were made, where that was earlier.
  public init(
    of owner: FieldOwner, entry: EntryID, element: ListElement? = nil,
    standpoint: Standpoint, textLimit: Int, states: [(FieldName, FieldState)],
    texts: [(FieldName, ShownText)] = []
  ) {
    self.owner = owner
    self.entry = entry
    self.element = element
    self.standpoint = standpoint
    self.textLimit = textLimit
    self.states = FieldValues(pairs: states)
    self.texts = FieldValues(pairs: texts)
  }

  /// The blocks of the change; empty where every edit is true already.
  public var blocks: [Change.Block] {
    operations.pairs.map { field, operations in
      Change.Block(
        key: FieldKey(entry: entry, element: element, field: field), operations: operations)
    }
  }

  /// The blocks of the change that makes the entry, its kind first; of an element, its fields alone.
  ///
  /// - Parameters:
  ///   - edits: the edits that were added to the plan, and those of its elements.
  ///   - elements: the blocks of its elements.
  /// - Throws: ``EditMisfit/nothingSaid(of:)`` where there is only white space in them.
  public func blocksOfNew(
    by edits: [FieldEdit], _ elements: [Change.Block] = []
  ) throws(EditMisfit) -> [Change.Block] {
    let blocks = blocks + elements
    guard !blocks.isEmpty, edits.contains(where: \.saysSomething) else {
      throw .nothingSaid(of: owner)
    }
    guard case .entry(let kind) = owner else { return blocks }
    let key = FieldKey(entry: entry, field: .kind)
    return [Change.Block(key: key, operations: .register(kind.rawValue))] + blocks
  }

  /// Adds all edits of a command to the plan.
  /// - Throws: ``EditMisfit`` where the kind does not take one, and what the basis throws.
  public mutating func add(_ edits: [FieldEdit], on basis: some EditBasis) throws {
    for edit in edits {
      for edit in try dated(edit, among: edits) { try add(edit, on: basis) }
    }
  }

  private mutating func add(_ edit: FieldEdit, on basis: some EditBasis) throws {
    let definition = try definition(of: edit.field)
    let field = definition.name
    switch edit {
    case .set(_, let value), .replace(_, let value):
      guard !wholes.contains(field), paragraphs[field] == nil else {
        throw EditMisfit.givenTwice(field: edit.field)
      }
      switch field.family {
      case .register:
        let stored = try stored(value, in: definition, on: basis)
        guard stored.utf8.count <= Register.valueLimit else {
          throw EditMisfit.valueTooLong(field: edit.field, limit: Register.valueLimit)
        }
        operations[field] = Operations(assigning: stored, to: states[field])
      case .text, .set:
        try requireText(value, in: field, for: edit)
        let shown = texts[field] ?? states[field]?.shownText ?? ShownText("")
        operations[field] = Operations(replacing: shown, with: value)
      case .presence, .counter, .list, .log, .undo, nil:
        throw EditMisfit.noField(edit.field, of: owner)
      }
      wholes.append(field)
    case .append(_, let words):
      guard !wholes.contains(field) else { throw EditMisfit.givenTwice(field: edit.field) }
      guard field.family == .text else { throw EditMisfit.holdsNoText(field: edit.field) }
      let all = (paragraphs[field] ?? []) + [words]
      paragraphs[field] = all
      operations[field] = Operations(appending: all, to: states[field])
    case .add(_, let value), .remove(_, let value):
      guard field.family == .set else { throw EditMisfit.holdsOne(field: edit.field) }
      var isWanted = false
      if case .add = edit { isWanted = true }
      let element =
        isWanted || !holds(value, in: field)
        ? ExactString(try stored(value, in: definition, on: basis)) : ExactString(value)
      guard 1...AddWinsSet.elementLimit ~= element.string.utf8.count else {
        throw EditMisfit.elementLength(field: edit.field, limit: AddWinsSet.elementLimit)
      }
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

  /// Whether a set shows exactly this element, perhaps one that another version wrote otherwise.
  private func holds(_ element: String, in field: FieldName) -> Bool {
    guard case .set(let set)? = states[field]?.value else { return false }
    return set.adds[ExactString(element)] != nil
  }

  private func definition(of field: String) throws(EditMisfit) -> FieldDefinition {
    guard let definition = owner.field(named: field) else { throw .noField(field, of: owner) }
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
    switch definition.rule {
    case .entry where !value.isEmpty:
      let id = try basis.entryID(value)
      let isCircle =
        try id == entry || definition.name == FieldName(.after) && basis.follows(id, entry)
      guard !isCircle else {
        throw EditMisfit.namesItself(field: definition.name.name.string)
      }
      return id.text
    case .origin where !value.isEmpty: return try basis.originText(value)
    default: break
    }
    do throws(FieldDefinition.Misfit) {
      return try definition.normalized(
        value, from: standpoint, direction: definition.direction)
    } catch {
      throw EditMisfit(error, of: value, field: definition.name.name.string)
    }
  }
}
