internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Transaction {
  /// The entry that a person means.
  func entryID(_ typed: String) throws -> EntryID {
    if typed == "@" {
      guard let last = try property(.lastEntry).flatMap(EntryID.init) else {
        throw DeviceFailure.entry(.noneTouched)
      }
      return last
    }
    guard !typed.isEmpty, let range = EntryID.range(ofTextPrefix: typed) else {
      throw DeviceFailure.entry(.absent(typed))
    }
    let found = try entries(in: range, limit: 9)
    guard let first = found.first else { throw DeviceFailure.entry(.absent(typed)) }
    guard found.count == 1 else {
      throw DeviceFailure.entry(.ambiguous(typed, among: Array(found.prefix(8))))
    }
    return first
  }

  /// The entry that a person means to change, or to name in another for good.
  func entryID(toChange typed: String) throws -> EntryID {
    guard typed.isEmpty || typed == "@" || TypedPrefix.isEnough(typed) else {
      throw DeviceFailure.entry(.tooShort(typed, atLeast: TypedPrefix.shortest))
    }
    return try entryID(typed)
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
