internal import AfterwitEncoding
internal import GRDB

extension DatabaseValue {
  /// A byte that tells the type of what is stored.
  var storageCode: UInt8 {
    switch storage {
    case .null: 0
    case .int64: 1
    case .double: 2
    case .string: 3
    case .blob: 4
    }
  }

  /// The bytes of what is stored.
  var storedBytes: [UInt8] {
    var builder = ByteBuilder()
    switch storage {
    case .null: break
    case .int64(let value): builder.append(bigEndian: UInt64(bitPattern: value))
    case .double(let value): builder.append(bigEndian: value.bitPattern)
    case .string(let text): builder.append(contentsOf: Array(text.utf8))
    case .blob(let data): builder.append(contentsOf: Array(data))
    }
    return builder.bytes
  }
}
