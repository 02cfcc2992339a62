internal import FoundationEssentials
internal import GRDB

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
