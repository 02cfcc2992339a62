internal import AfterwitRelay
internal import GRDB

extension Quota {
  /// The quota in three columns of a row.
  init(in row: Row, from first: Int) {
    func part(_ index: Int) -> UInt64? {
      (row[first + index] as Int64?).map { UInt64(clamping: $0) }
    }
    self.init(bytes: part(0), envelopes: part(1), appendsPerMinute: part(2))
  }
}
