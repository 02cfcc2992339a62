internal import GRDB

extension Statement {
  /// The results of a closure for each row; the closure must not keep the row.
  ///
  /// No row is copied, and no type is made at run time: `Row.fetchAll` asks for one, and a command
  /// that writes one entry would pay for the search more than for its rows.
  func rows<Value>(
    _ arguments: StatementArguments = [], _ body: (Row) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    let rows = try Row.fetchCursor(self, arguments: arguments)
    while let row = try rows.next() { values.append(try body(row)) }
    return values
  }
}
