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
  /// What was taken back.
  mutating func undos() throws -> Undos
  /// Keeps that a change takes others back.
  mutating func addUndo(index: Int, of changes: [Int]) throws
}
