internal import FoundationEssentials

extension [UInt8] {
  /// The bytes as SQLite takes them: GRDB would store an array as text.
  var blob: Data { Data(self) }
}
