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

  /// A journal of given parts.
  package init(
    key: Int64, id: JournalID, genesis: EnvelopeID, end: RelayCursor, lastControl: UInt64
  ) {
    self.key = key
    self.id = id
    self.genesis = genesis
    self.end = end
    self.lastControl = lastControl
  }
}
