internal import AfterwitEncoding
internal import AfterwitWire
internal import Crypto
internal import FoundationEssentials

/// The secret of a backup, wrapped so that one recovery member can open it.
public struct BackupSlot: Hashable, Sendable {
  static let encapsulatedByteCount = 1120
  static let ciphertextByteCount = 48
  static let byteCount = encapsulatedByteCount + ciphertextByteCount

  let encapsulatedKey: [UInt8]
  let ciphertext: [UInt8]

  /// Wraps a secret for a member (AW-SEAL-12, with another context).
  init(wrapping secret: [UInt8], for member: Member, salt: [UInt8]) throws(SealingFailure) {
    do {
      let recipient = try XWingMLKEM768X25519.PublicKey(rawRepresentation: member.agreementKey)
      var sender = try HPKE.Sender(
        recipientKey: recipient, ciphersuite: .afterwit, info: Data(Self.info(salt)))
      ciphertext = Array(try sender.seal(secret))
      encapsulatedKey = Array(sender.encapsulatedKey)
    } catch {
      throw SealingFailure.cryptography
    }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    encapsulatedKey = Array(try cursor.readBytes(Self.encapsulatedByteCount))
    ciphertext = Array(try cursor.readBytes(Self.ciphertextByteCount))
  }

  /// The secret; `nil` where it is wrapped to another member.
  func secret(for holder: some KeyHolder, salt: [UInt8]) -> [UInt8]? {
    guard
      var recipient = try? HPKE.Recipient(
        privateKey: holder.memberKeys.agreement, ciphersuite: .afterwit,
        info: Data(Self.info(salt)), encapsulatedKey: Data(encapsulatedKey)),
      let bytes = try? recipient.open(ciphertext)
    else { return nil }
    return Array(bytes)
  }

  private static func info(_ salt: [UInt8]) -> [UInt8] { Domain.backupWrap.bytes + salt }
}
