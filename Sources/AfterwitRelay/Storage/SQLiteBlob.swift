internal import FoundationEssentials
internal import GRDB

extension [UInt8] {
  /// The bytes as SQLite takes them: GRDB would store an array as text.
  var blob: Data { Data(self) }
}

extension Row {
  /// The bytes of a blob column that is never null.
  func bytes(_ index: Int) -> [UInt8] {
    [UInt8](self[index] as Data)
  }

  /// An integer column that is never negative.
  func count(_ index: Int) -> UInt64 {
    UInt64(clamping: self[index] as Int64)
  }
}
