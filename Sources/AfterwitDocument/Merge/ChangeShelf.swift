public import AfterwitEncoding
public import AfterwitText

/// Where a merge finds fields, and the changes that made them.
public protocol ChangeShelf: FieldShelf {
  /// The index of a change that has its place, or `nil` where there is none of this id.
  mutating func index(of change: EnvelopeID) throws -> Int?
  /// A change by its index, or `nil` where it has no effect.
  mutating func change(at index: Int) throws -> PlacedChange?
  /// The changes with an effect that have a block of an entry, ascending.
  mutating func changes(of entry: EntryID) throws -> [PlacedChange]
  /// The last change with an effect before an index that has a block of an entry.
  mutating func lastChange(of entry: EntryID, before index: Int) throws -> PlacedChange?
  /// The events of a text from the first on that is of a change at or behind an index, ascending.
  mutating func lastEvents(of key: FieldKey, from index: Int) throws -> [LastEvent]
  /// Whether all changes from one to another were made one after another, each on the one before.
  mutating func isRow(from first: Int, to last: Int) throws -> Bool
  /// What was taken back.
  mutating func undos() throws -> Undos
  /// Keeps that a change takes others back.
  mutating func addUndo(index: Int, of changes: [Int]) throws
}
