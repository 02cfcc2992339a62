internal import AfterwitWire
internal import Crypto

extension Member {
  /// Whether a key can be wrapped for this member: the ML-KEM half is read only when it is used.
  var canReceiveKeys: Bool {
    guard let key = try? XWingMLKEM768X25519.PublicKey(rawRepresentation: agreementKey) else {
      return false
    }
    return (try? key.encapsulate()) != nil
  }
}
