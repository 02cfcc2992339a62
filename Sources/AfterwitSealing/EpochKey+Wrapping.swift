// Giving an epoch's key to a member: HPKE in base mode (RFC 9180) with X-Wing, HKDF-SHA-256 and
// ChaCha20-Poly1305. The encapsulation is drawn by the library from the system's randomness and
// cannot be seeded. The three algorithms are named one by one, because the library's ready-made
// suite for X-Wing has AES-GCM.

public import AfterwitEncoding
public import AfterwitWire
internal import Crypto
internal import FoundationEssentials

extension HPKE.Ciphersuite {
  fileprivate static var afterwit: HPKE.Ciphersuite {
    HPKE.Ciphersuite(kem: .XWingMLKEM768X25519, kdf: .HKDF_SHA256, aead: .chaChaPoly)
  }
}

extension EpochKey {
  /// Wraps this key so that only `member` can open it, in this journal only.
  /// - Throws: ``SealingFailure/cryptography`` where the member's agreement key is not a key.
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

  fileprivate static func wrapInfo(
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

extension Member {
  /// Whether a key can be wrapped for this member: the ML-KEM half is read only when it is used.
  var canReceiveKeys: Bool {
    guard let key = try? XWingMLKEM768X25519.PublicKey(rawRepresentation: agreementKey) else {
      return false
    }
    return (try? key.encapsulate()) != nil
  }
}

extension KeyHolder {
  /// Opens a key that was wrapped to this member in this journal; `nil` for every other.
  ///
  /// The key must also have the identity it was announced under, so that no member can be led to
  /// read or write under a key the others do not have.
  public func open(_ wrapped: WrappedKey, journal: JournalID) -> EpochKey? {
    guard wrapped.recipient == device else { return nil }
    let info = EpochKey.wrapInfo(
      journal: journal, number: wrapped.epoch, identity: wrapped.identity, recipient: device)
    guard
      var recipient = try? HPKE.Recipient(
        privateKey: memberKeys.agreement, ciphersuite: .afterwit, info: Data(info),
        encapsulatedKey: Data(wrapped.encapsulatedKey)),
      let bytes = try? recipient.open(wrapped.ciphertext),
      let key = EpochKey(number: wrapped.epoch, bytes: Array(bytes)),
      key.identity == wrapped.identity
    else { return nil }
    return key
  }
}
