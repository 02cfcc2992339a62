public import AfterwitEncoding
public import AfterwitWire
internal import Crypto
internal import FoundationEssentials

extension KeyHolder {
  /// Opens a key that was wrapped to this member in this journal; `nil` for any other key.
  ///
  /// The key must also have the identity under which it was announced, so that nobody can make one
  /// member read or write under a key that the others do not have.
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
