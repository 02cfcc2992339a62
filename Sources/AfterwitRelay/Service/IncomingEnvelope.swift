internal import AfterwitEncoding
internal import AfterwitWire

/// An envelope that came with a request, parsed and if possible verified before it waits for its
/// turn to be written.
///
/// One transaction writes at a time, and a signature takes longer than all the rest of it. The
/// roster in memory may be older than the one that decides; that does not matter, for a device's
/// id is the hash of its key: whoever is found to have signed has signed, member or not, and who is
/// a member is asked in the transaction.
struct IncomingEnvelope: Sendable {
  /// The envelope; `nil` where the bytes are none.
  let envelope: Envelope?
  /// Whether the device that it names signed it and its payload.
  let isVerified: Bool

  /// Parses bytes, and verifies them where the roster knows their device.
  init(_ bytes: [UInt8], roster: Roster?) {
    envelope = try? Envelope(parsing: bytes)
    isVerified =
      if let envelope, let roster { (try? roster.verify(envelope)) != nil } else { false }
  }
}
