internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

/// What an entry showed at versions that are gone.
struct Past {
  private let entry: EntryID
  private let kind: Kind?
  private var shelf: StoreShelf
  private let changes: [(stamp: ChangeStamp, change: Change)]

  init(_ transaction: Transaction, entry: EntryID) throws {
    self.entry = entry
    kind = try transaction.view(of: entry)?.kind
    shelf = try StoreShelf(reading: transaction)
    changes = try transaction.changes(naming: entry)
  }

  mutating func common(_ indices: [Int]) throws -> [Int] {
    try shelf.commonAncestors(of: indices)
  }

  mutating func maximal(_ indices: [Int]) throws -> [Int] {
    let indices = Set(indices).sorted()
    return try shelf.maximal(among: indices, atOrBefore: indices)
  }

  /// The value that a register showed; `nil` if it showed none.
  mutating func value(of field: FieldName, at version: [Int]) throws -> String? {
    var writes: [Register.Write] = []
    for (stamp, change) in changes {
      for block in change.blocks where block.key == FieldKey(entry: entry, field: field) {
        guard case .register(let value) = block.operations else { continue }
        writes.append(
          Register.Write(
            index: stamp.index, timestamp: stamp.timestamp, envelope: stamp.order.envelope,
            value: value))
      }
    }
    let value = try Register.value(of: writes, at: version, on: &shelf)
    return value.isEmpty ? nil : value
  }

  /// The names of the fields that were edited after `past` and up to `version`.
  mutating func fields(editedIn version: [Int], since past: [Int]) throws -> [String] {
    var names: Set<String> = []
    for (stamp, change) in changes {
      guard try shelf.isAncestor(stamp.index, orEqualToAnyOf: version),
        try !shelf.isAncestor(stamp.index, orEqualToAnyOf: past)
      else { continue }
      let blocks = change.blocks.filter { $0.key.entry == entry && $0.key.field != .presence }
      names.formUnion(blocks.map(\.key.field.name.string))
    }
    return names.sorted()
  }

  /// The words by which a person knows the entry: its main text, or its title.
  mutating func words(at version: [Int]) throws -> String? {
    guard let kind else { return nil }
    let history = try shelf.history(of: FieldKey(entry: entry, field: kind.defaultField))
    let known = try shelf.maximal(among: history.indices, atOrBefore: version)
    let positions = known.compactMap { index in history.indices.firstIndex(of: index) }
    let text = positions.isEmpty ? "" : history.text.text(at: positions)
    if !text.isEmpty { return text }
    return try value(of: FieldName("title", family: .register), at: version)
  }
}
