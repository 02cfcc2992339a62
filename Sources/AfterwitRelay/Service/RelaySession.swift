package import AfterwitEncoding

/// Who speaks, once a token has shown it.
package struct RelaySession: Hashable, Sendable {
  /// The journal spoken of.
  package let journal: JournalID
  /// The device that speaks.
  package let device: DeviceID
}
