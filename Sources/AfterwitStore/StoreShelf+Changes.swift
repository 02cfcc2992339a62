public import AfterwitDocument
public import AfterwitEncoding
public import AfterwitText

// What taking a change back asks of the store.
extension StoreShelf {
  /// The index of a change that has its place.
  public mutating func index(of change: EnvelopeID) throws -> Int? {
    try transaction.changeIndex(change)
  }

  /// A change by its index, or `nil` where it has no effect.
  public mutating func change(at index: Int) throws -> PlacedChange? {
    try transaction.effectiveChange(at: index)
  }

  /// The changes with an effect that have a block of an entry, ascending.
  public mutating func changes(of entry: EntryID) throws -> [PlacedChange] {
    try transaction.changes(of: entry)
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
