internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension EntryView {
  /// The view that a store has kept.
  init(_ stored: StoredView) throws(DecodingFailure) {
    try self.init(
      canonicalBytes: stored.bytes, created: stored.created, modified: stored.modified)
  }
}
