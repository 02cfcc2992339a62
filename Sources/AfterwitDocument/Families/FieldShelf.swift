/// Where a merge finds fields and puts them back: a database's transaction, or memory in tests.
public protocol FieldShelf {
  /// The presence of an entry, or `nil` where nothing has touched it.
  mutating func presence(of key: FieldKey) throws -> Presence?
  /// Keeps the presence of an entry.
  mutating func put(_ presence: Presence, of key: FieldKey) throws
  /// The state of a field, or `nil` where nothing has touched it.
  mutating func state(of key: FieldKey) throws -> FieldState?
  /// Hands over the state of a field, which is altered and kept again: so no copy of it is made.
  mutating func takeState(of key: FieldKey) throws -> FieldState?
  /// Keeps the state of a field.
  mutating func put(_ state: FieldState, of key: FieldKey) throws
  /// Hands over the history of a text or a list where an earlier merge has kept it; loads nothing.
  mutating func takeHistory(of key: FieldKey) -> FieldHistory?
  /// Loads the history of a text or a list that no merge has kept, and that gives this text.
  mutating func loadHistory(of key: FieldKey, giving text: String) throws -> FieldHistory
  /// Keeps a history after an event was merged into it, so that the next merge need not replay.
  mutating func keep(_ history: FieldHistory, of key: FieldKey)
  /// Adds an event to a field: its change, and its parents as positions in the history.
  mutating func addEvent(index: Int, parents: [Int], to key: FieldKey) throws
  /// Tells of hunks in which two devices wrote the same; the device takes one copy out.
  mutating func meet(_ twins: [TextConflict], in key: FieldKey)
  /// Whether a change is among a version's heads or their ancestors.
  mutating func isAncestor(_ index: Int, orEqualToAnyOf version: [Int]) throws -> Bool
  /// The heads of what all of these versions hold; ascending.
  mutating func commonAncestors(of versions: [[Int]]) throws -> [Int]
  /// The maximal ones of those candidates, themselves ascending, that a version holds; ascending.
  mutating func maximal(among candidates: [Int], atOrBefore version: [Int]) throws -> [Int]
}
