package import AfterwitEncoding

/// A session as it is stored: who speaks, about which journal.
package struct StoredSession: Hashable, Sendable {
  /// The journal.
  package let journal: JournalID
  /// The device.
  package let device: DeviceID
  /// When it ends, in milliseconds since 1970.
  package let expires: UInt64

  /// A session of given parts.
  package init(journal: JournalID, device: DeviceID, expires: UInt64) {
    self.journal = journal
    self.device = device
    self.expires = expires
  }
}
