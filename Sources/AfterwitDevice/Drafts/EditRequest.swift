internal import AfterwitEncoding
internal import AfterwitJournal

/// What a command asked for in one change: an entry to be made or edited, and the edits.
struct EditRequest: Hashable, Sendable {
  /// What the edits are made on.
  enum Target: Hashable, Sendable {
    /// A new entry of a kind.
    case new(Kind)
    /// An entry that exists.
    case edit(EntryID)
  }

  let target: Target
  var edits: [FieldEdit]

  init(_ target: Target, _ edits: [FieldEdit]) {
    self.target = target
    self.edits = edits
  }

  /// The index of the edit with the longest text; `nil` if no edit gives a text.
  var longest: Int? {
    edits.indices.filter { edits[$0].text != nil }.max { left, right in
      edits[left].text?.utf8.count ?? 0 < edits[right].text?.utf8.count ?? 0
    }
  }

  /// The entry, if it exists.
  var entry: EntryID? {
    guard case .edit(let entry) = target else { return nil }
    return entry
  }

  /// The kind of the entry that was to be made.
  var kind: Kind? {
    guard case .new(let kind) = target else { return nil }
    return kind
  }
}
