internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Transaction {
  /// The entry that a person means.
  func entryID(_ typed: String) throws -> EntryID {
    switch try subject(typed) {
    case .entry(let id): return id
    case .element: throw DeviceFailure.entry(.isElement(typed))
    }
  }

  /// The entry that a person means to change, or to name in another for good.
  func entryID(toChange typed: String) throws -> EntryID {
    try requireEnough(typed)
    return try entryID(typed)
  }

  /// The entry or element that a person means; their ids are of one kind.
  func subject(_ typed: String) throws -> Subject {
    if typed == "@" {
      guard let last = try property(.lastEntry).flatMap(EntryID.init) else {
        throw DeviceFailure.entry(.noneTouched)
      }
      return .entry(last)
    }
    guard !typed.isEmpty, let range = EntryID.range(ofTextPrefix: typed),
      let elements = ElementID.range(ofTextPrefix: typed)
    else {
      throw DeviceFailure.entry(.absent(typed))
    }
    let found =
      try entries(in: range, limit: 9).map(Subject.entry)
      + self.elements(in: elements, limit: 9).map(Subject.element)
    guard let first = found.first else { throw DeviceFailure.entry(.absent(typed)) }
    guard found.count == 1 else {
      throw DeviceFailure.entry(.ambiguous(typed, among: found.prefix(8).map(\.text)))
    }
    return first
  }

  /// The entry or element that a person means to change.
  func subject(toChange typed: String) throws -> Subject {
    try requireEnough(typed)
    return try subject(typed)
  }

  private func requireEnough(_ typed: String) throws {
    guard typed.isEmpty || typed == "@" || TypedPrefix.isEnough(typed) else {
      throw DeviceFailure.entry(.tooShort(typed, atLeast: TypedPrefix.shortest))
    }
  }

  /// What fields an entry or an element has.
  func owner(_ subject: Subject) throws -> FieldOwner {
    switch subject {
    case .entry(let id): .entry(try kind(of: id))
    case .element(let key): .element(try list(key.element.list, of: key.entry))
    }
  }

  /// What a list of an entry is.
  func list(_ name: FieldName, of entry: EntryID) throws -> ListDefinition {
    let kind = try kind(of: entry)
    guard let list = kind.list(named: name.name.string) else {
      throw EditMisfit.noList(name.name.string, in: kind)
    }
    return list
  }

  /// What a field of an entry or an element is, or `nil` where this version does not know.
  func definition(of key: FieldKey) throws -> FieldDefinition? {
    let kind = try view(of: key.entry)?.kind
    guard let element = key.element else { return kind?.field(named: key.field.name.string) }
    return kind?.list(named: element.list.name.string)?.field(named: key.field.name.string)
  }

  /// Whether an entry, or an element of it, is there.
  func presence(of entry: EntryID, _ element: ListElement?) throws -> Presence? {
    try element.map { try presence(of: ElementKey(entry: entry, element: $0)) }
      ?? presence(of: entry)
  }

  /// The kind of an entry that exists.
  func kind(of id: EntryID) throws -> Kind {
    guard let view = try view(of: id) else { throw DeviceFailure.entry(.absent(id.shortText)) }
    guard let kind = view.kind else {
      throw DeviceFailure.entry(.ofLaterVersion(id))
    }
    return kind
  }
}
