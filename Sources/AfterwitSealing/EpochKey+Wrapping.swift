// An epoch's key is given to a member by HPKE in base mode (RFC 9180) with X-Wing, HKDF-SHA-256 and
// ChaCha20-Poly1305. The library takes the encapsulation from the system's randomness; it cannot be
// seeded.

public import AfterwitEncoding
public import AfterwitWire
internal import Crypto
internal import FoundationEssentials

extension EpochKey {
  /// Wraps this key so that only `member` can open it, in this journal only.
  /// - Throws: ``SealingFailure/cryptography`` if the member's agreement key is not a key.
  public func wrapped(
    for member: Member, journal: JournalID
  ) throws(SealingFailure) -> WrappedKey {
    let info = Self.wrapInfo(
      journal: journal, number: number, identity: identity, recipient: member.device)
    do {
      let recipient = try XWingMLKEM768X25519.PublicKey(rawRepresentation: member.agreementKey)
      var sender = try HPKE.Sender(
        recipientKey: recipient, ciphersuite: .afterwit, info: Data(info))
      let ciphertext = try sender.seal(bytes)
      return WrappedKey(
        epoch: number, identity: identity, recipient: member.device,
        encapsulatedKey: Array(sender.encapsulatedKey), ciphertext: Array(ciphertext))
    } catch {
      throw SealingFailure.cryptography
    }
  }

  static func wrapInfo(
    journal: JournalID, number: UInt32, identity: [UInt8], recipient: DeviceID
  ) -> [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: Domain.wrap.bytes)
    builder.append(journal)
    builder.append(bigEndian: number)
    builder.append(contentsOf: identity)
    builder.append(recipient)
    return builder.bytes
  }
}
