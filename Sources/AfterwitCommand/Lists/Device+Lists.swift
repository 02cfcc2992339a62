internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

extension Device {
  /// The list of an entry that a person means by its name or the word for an item.
  func list(_ typed: String, of entry: EntryID) throws -> ListDefinition {
    let view = try self.entry(entry)
    guard let kind = view.kind else { throw DeviceFailure.entry(.ofLaterVersion(entry)) }
    guard let list = kind.list(named: typed) else {
      throw DeviceFailure.edit(.noList(typed, in: kind))
    }
    return list
  }
}
