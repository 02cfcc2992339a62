package import AfterwitEncoding
package import AfterwitWire

/// A journal as it is stored: its anchor, and where its order ends.
package struct StoredJournal: Hashable, Sendable {
  /// The storage's own short name of it.
  package let key: Int64
  /// The journal.
  package let id: JournalID
  /// The envelope that founded it.
  package let genesis: EnvelopeID
  /// Where its order ends.
  package var end: RelayCursor
  /// The position of its last control envelope; together with `key` it names one roster.
  package var lastControl: UInt64
  /// How many bytes its envelopes have.
  package var byteCount: UInt64
  /// When its last envelope was stored, in milliseconds since 1970; 0 where that is not known.
  package var lastStored: UInt64
  /// What the operator gives it, other than to all.
  package var quota: Quota

  /// A journal of given parts.
  package init(
    key: Int64, id: JournalID, genesis: EnvelopeID, end: RelayCursor, lastControl: UInt64,
    byteCount: UInt64 = 0, lastStored: UInt64 = 0, quota: Quota = Quota()
  ) {
    self.key = key
    self.id = id
    self.genesis = genesis
    self.end = end
    self.lastControl = lastControl
    self.byteCount = byteCount
    self.lastStored = lastStored
    self.quota = quota
  }
}
