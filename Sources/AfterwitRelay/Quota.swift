/// What an operator gives a journal; of what is `nil` it is given what all are.
package struct Quota: Hashable, Sendable {
  /// How many bytes its envelopes may have.
  package var bytes: UInt64?
  /// How many envelopes may be held of it.
  package var envelopes: UInt64?
  /// How often it may be appended to in a minute.
  package var appendsPerMinute: UInt64?

  /// A quota of given parts.
  package init(bytes: UInt64? = nil, envelopes: UInt64? = nil, appendsPerMinute: UInt64? = nil) {
    self.bytes = bytes
    self.envelopes = envelopes
    self.appendsPerMinute = appendsPerMinute
  }

  /// This one, with what it lacks from another.
  package func filled(from other: Quota) -> Quota {
    Quota(
      bytes: bytes ?? other.bytes, envelopes: envelopes ?? other.envelopes,
      appendsPerMinute: appendsPerMinute ?? other.appendsPerMinute)
  }
}
