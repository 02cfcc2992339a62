public import AfterwitEncoding
public import AfterwitWire
internal import Crypto

/// Makes the envelope of a change, or of heads, from its body, and the body from an envelope.
///
/// Pure: the same arguments give the same bytes (Protocol/5-sealing, "Sealing a change").
///
/// ```swift
/// let keys = DeviceKeys()
/// var random = SystemRandomNumberGenerator()
/// let epoch = EpochKey(number: 1, using: &random)
/// let body = Array("They asked about queues.".utf8)
/// let envelope = try Sealer.seal(
///   body: body, journal: try #require(JournalID(keys.device.bytes.prefix(16))), number: 1,
///   previous: .zero, epoch: epoch, keys: keys,
///   randomness: (0..<Sealer.randomByteCount).map { _ in random.next() })
///
/// var keyring = Keyring()
/// #expect(throws: OpeningFailure.unknownKey) { try Sealer.open(envelope, with: keyring) }
/// keyring.insert(epoch)
/// #expect(try Sealer.open(envelope, with: keyring) == body)
/// ```
public enum Sealer {
  /// How many fresh random bytes one envelope needs.
  public static let randomByteCount = 32

  /// Pads, seals and signs a body, of a change unless told otherwise, as an envelope at the given
  /// place of the log.
  ///
  /// `randomness` is 32 fresh random bytes. They are neither salt nor blind themselves: both also
  /// depend on the device's secret and on the body, so that a cloned machine that draws the same
  /// bytes again does not seal two texts with one key.
  /// - Throws: ``SealingFailure/tooLarge(bytes:)`` for a body over ``Limits/body``.
  public static func seal(
    body: [UInt8], kind: EnvelopeKindCode = .change, journal: JournalID, number: UInt64,
    previous: EnvelopeID, epoch: EpochKey, keys: DeviceKeys, randomness: [UInt8]
  ) throws(SealingFailure) -> Envelope {
    precondition(randomness.count == randomByteCount)
    guard body.count <= Limits.body else { throw SealingFailure.tooLarge(bytes: body.count) }
    var header = header(
      of: kind, journal: journal, device: keys.device, number: number, previous: previous,
      epoch: epoch)
    let blind = KeyDerivation.derive(
      from: keys.saltSecret,
      info: Domain.blind.bytes + randomness + Array(SHA256.hash(data: body))
        + header.derivationPrefix,
      count: Padding.blindByteCount)
    let padded = Padding.pad(body, blind: blind)
    header.salt = KeyDerivation.derive(
      from: keys.saltSecret,
      info: Domain.salt.bytes + randomness + Array(SHA256.hash(data: padded))
        + header.derivationPrefix,
      count: 32)
    return try seal(padded: padded, header: header, epoch: epoch, keys: keys)
  }

  /// Seals with a given salt and blind; only for vectors, because a salt must never be used twice.
  package static func seal(
    body: [UInt8], kind: EnvelopeKindCode = .change, journal: JournalID, number: UInt64,
    previous: EnvelopeID, epoch: EpochKey, keys: DeviceKeys, salt: [UInt8], blind: [UInt8]
  ) throws(SealingFailure) -> Envelope {
    guard body.count <= Limits.body else { throw SealingFailure.tooLarge(bytes: body.count) }
    var header = header(
      of: kind, journal: journal, device: keys.device, number: number, previous: previous,
      epoch: epoch)
    header.salt = salt
    return try seal(
      padded: Padding.pad(body, blind: blind), header: header, epoch: epoch, keys: keys)
  }

  /// Opens an envelope whose signature has been verified, and gives the body.
  ///
  /// - Throws: ``OpeningFailure/unknownKey`` if it must wait for a key; the other failures are
  ///   final.
  public static func open(
    _ envelope: Envelope, with keyring: Keyring
  ) throws(OpeningFailure) -> [UInt8] {
    guard let (_, record) = keyring.match(for: envelope.header) else {
      throw OpeningFailure.unknownKey
    }
    guard
      let padded = OneTimeBox.open(
        envelope.payload, key: record.key, authenticating: envelope.header.authenticatedPrefix)
    else { throw OpeningFailure.damaged }
    guard let body = Padding.unpad(padded) else { throw OpeningFailure.malformedPadding }
    return body
  }

  private static func header(
    of kind: EnvelopeKindCode, journal: JournalID, device: DeviceID, number: UInt64,
    previous: EnvelopeID, epoch: EpochKey
  ) -> EnvelopeHeader {
    precondition(number > 0 && (number == 1) == (previous == .zero))
    let zeros = [UInt8](repeating: 0, count: 32)
    return EnvelopeHeader(
      kind: kind, journal: journal, device: device, number: number, previous: previous,
      epoch: epoch.number, salt: zeros, commitment: zeros, payloadLength: 0, payloadHash: zeros)
  }

  private static func seal(
    padded: [UInt8], header draft: EnvelopeHeader, epoch: EpochKey, keys: DeviceKeys
  ) throws(SealingFailure) -> Envelope {
    var header = draft
    let record = RecordKey(epoch: epoch, header: header)
    header.commitment = record.commitment
    let payload = try OneTimeBox.seal(
      padded, key: record.key, authenticating: header.authenticatedPrefix)
    return try Envelope.signed(header: header, payload: payload, by: keys)
  }
}
