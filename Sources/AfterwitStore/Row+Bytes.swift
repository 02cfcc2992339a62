internal import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

extension Row {
  /// The bytes of a column, copied only once.
  func bytes(at column: Int) throws -> [UInt8] {
    try withUnsafeData(atIndex: column) { data in data.map(Array.init) ?? [] }
  }

  /// The identifier in a column.
  func identifier<Kind>(_ column: Int) throws -> Identifier32<Kind> {
    let bytes = try bytes(at: column)
    guard let identifier = Identifier32<Kind>(bytes) else {
      throw StoreFailure.damaged("an identifier of \(bytes.count) bytes")
    }
    return identifier
  }
}
