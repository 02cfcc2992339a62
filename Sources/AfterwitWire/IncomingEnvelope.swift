/// An envelope as it came from outside, with what is known of its signature before its transaction.
///
/// One transaction writes at a time, and a signature takes longer than all the rest of it. The
/// roster at hand may be older than the one that decides; that does not matter, for a device's id is
/// the hash of its key: whoever is found to have signed has signed, member or not, and who is a
/// member is asked in the transaction.
public struct IncomingEnvelope: Sendable {
  /// The envelope; `nil` where the bytes are none.
  public let envelope: Envelope?
  /// Whether it was checked that the device it names signed it and its payload.
  public let isVerified: Bool

  /// Parses bytes, and verifies them where there is a roster that knows their device.
  public init(_ bytes: [UInt8], roster: Roster?) {
    envelope = try? Envelope(parsing: bytes)
    isVerified =
      if let envelope, let roster { (try? roster.verify(envelope)) != nil } else { false }
  }
}
