internal import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

extension Statement {
  /// What a closure makes of each row, which it must not keep.
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
