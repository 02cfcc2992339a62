public import AfterwitDocument
public import AfterwitEncoding
public import AfterwitText

// What taking a change back asks of the store.
extension StoreShelf {
  /// A change of more blocks is of many entries, each of which asks for it.
  private static let manyBlocks = 32

  /// The index of a change that has its place.
  public mutating func index(of change: EnvelopeID) throws -> Int? {
    try transaction.changeIndex(change)
  }

  /// A change by its index, or `nil` where it has no effect.
  public mutating func change(at index: Int) throws -> PlacedChange? {
    if let known = knownChange, known.stamp.index == index { return known }
    let placed = try transaction.effectiveChange(at: index)
    if let placed, placed.change.blocks.count > Self.manyBlocks { knownChange = placed }
    return placed
  }

  /// The changes with an effect that have a block of an entry, ascending; of those of many entries
  /// what they do to this one.
  public mutating func changes(of entry: EntryID) throws -> [PlacedChange] {
    if let known = knownChange,
      try transaction.lastChangeIndex(of: entry, before: known.stamp.index + 1) == known.stamp.index
    {
      return try transaction.changeIndices(of: entry).compactMap { index in
        try change(at: index).map {
          PlacedChange(stamp: $0.stamp, change: $0.change.only(entry))
        }
      }
    }
    let stored = try transaction.storedChanges(of: entry)
    return try stored.indices.map { place in
      PlacedChange(
        stamp: try stored.stamp(at: place), change: try stored.change(at: place).only(entry))
    }
  }

  /// The last change with an effect before an index that has a block of an entry.
  public mutating func lastChange(of entry: EntryID, before index: Int) throws -> PlacedChange? {
    try transaction.lastChangeIndex(of: entry, before: index).flatMap { try change(at: $0) }
  }

  /// What was taken back.
  public mutating func undos() throws -> Undos {
    if let known = knownUndos { return known }
    let loaded = try transaction.undos()
    knownUndos = loaded
    return loaded
  }

  /// Keeps that a change takes others back.
  public mutating func addUndo(index: Int, of changes: [Int]) throws {
    var undos = try undos()
    undos.append(index, of: changes)
    knownUndos = undos
    try transaction.insertUndo(index, of: changes)
  }
}
