package import AfterwitEncoding

/// A mailbox as it is stored.
package struct StoredMailbox: Hashable, Sendable {
  /// The journal whose member opened it.
  package let journal: JournalID
  /// When it closes, in milliseconds since 1970.
  package let expires: UInt64

  /// A mailbox of given parts.
  package init(journal: JournalID, expires: UInt64) {
    self.journal = journal
    self.expires = expires
  }
}
