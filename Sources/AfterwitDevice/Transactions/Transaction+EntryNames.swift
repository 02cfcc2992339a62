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

  /// The kind of an entry that exists.
  func kind(of id: EntryID) throws -> Kind {
    guard let view = try view(of: id) else { throw DeviceFailure.entry(.absent(id.shortText)) }
    guard let kind = view.kind else {
      throw DeviceFailure.entry(.ofLaterVersion(id))
    }
    return kind
  }
}
