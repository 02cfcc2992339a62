/// An envelope from outside, and whether its signature was checked before its transaction begins.
///
/// Only one transaction writes at a time, and checking a signature takes longer than everything
/// else in it. The roster that is used for the check may be older than the one that decides. That
/// does no harm: a device's id is the hash of its key, so a valid signature stays valid, and the
/// transaction asks whether its author is a member.
public struct IncomingEnvelope: Sendable {
  /// The envelope; `nil` if the bytes are not one.
  public let envelope: Envelope?
  /// Whether the signature of the device that it names was checked, and its payload against it.
  public let isVerified: Bool

  /// Parses bytes, and verifies them if the roster knows their device.
  public init(_ bytes: [UInt8], roster: Roster?) {
    envelope = try? Envelope(parsing: bytes)
    isVerified =
      if let envelope, let roster { (try? roster.verify(envelope)) != nil } else { false }
  }

  /// Parses bytes whose signature the caller has checked already.
  public init(verified bytes: [UInt8]) {
    envelope = try? Envelope(parsing: bytes)
    isVerified = envelope != nil
  }
}
