internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Transaction {
  /// The entry that a person means.
  func entryID(_ typed: String) throws -> EntryID {
    if typed == "@" {
      guard let last = try property(.lastEntry).flatMap(EntryID.init) else {
        throw DeviceFailure(
          .notFound, "No entry has been touched on this device yet.",
          safe: "Nothing was changed.", next: "Type: afterwit list")
      }
      return last
    }
    guard !typed.isEmpty, let range = EntryID.range(ofTextPrefix: typed) else {
      throw DeviceFailure.noEntry(typed)
    }
    let found = try entries(in: range, limit: 9)
    guard let first = found.first else { throw DeviceFailure.noEntry(typed) }
    guard found.count == 1 else {
      let some = found.prefix(8).map { String($0.text.prefix(typed.count + 4)) }
      throw DeviceFailure(
        .notFound, "“\(typed)” is the beginning of several ids: \(some.joined(separator: ", ")).",
        safe: "Nothing was changed.", next: "Repeat the command with more characters of the id.")
    }
    return first
  }

  /// The kind of an entry that exists.
  func kind(of id: EntryID) throws -> Kind {
    guard let view = try view(of: id) else { throw DeviceFailure.noEntry(id.shortText) }
    guard let kind = view.kind else {
      throw DeviceFailure(
        .failed, "The entry \(id.shortText) was written by a later version of afterwit.",
        safe: "It is kept as it is.", next: "Install the current version of afterwit.")
    }
    return kind
  }
}
