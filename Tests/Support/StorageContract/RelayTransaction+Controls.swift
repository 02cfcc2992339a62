internal import AfterwitRelay

extension RelayTransaction {
  /// All control envelopes of a journal at once, as tests like them.
  func allControls(of journal: StoredJournal) throws -> [[UInt8]] {
    var all: [[UInt8]] = []
    try controlEnvelopes(of: journal) { all.append($0) }
    return all
  }
}
