public import AfterwitDocument
public import AfterwitEncoding
internal import GRDB

extension Transaction {
  /// Calls a closure with each entry's field of a name and its state, those of the journal itself left
  /// out.
  /// - Complexity: O(*fields*).
  public func forEachState(
    of field: FieldName, _ body: (EntryID, FieldState) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      try database.cachedStatement(
        sql: "SELECT entry, state FROM field WHERE name = ? AND family = ? AND element = x''"),
      arguments: [field.name.string, field.familyCode])
    while let row = try rows.next() {
      guard let entry = EntryID(try row.bytes(at: 0)) else {
        throw StoreFailure.damaged("a field of no entry")
      }
      try body(entry, try FieldState(decoding: try row.bytes(at: 1)))
    }
  }
}
