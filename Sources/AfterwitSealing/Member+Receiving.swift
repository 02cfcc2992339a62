internal import AfterwitWire
internal import Crypto

extension Member {
  /// Whether a key can be wrapped for this member, which is tried, because the library reads the
  /// ML-KEM half only when it uses it.
  var canReceiveKeys: Bool {
    guard let key = try? XWingMLKEM768X25519.PublicKey(rawRepresentation: agreementKey) else {
      return false
    }
    return (try? key.encapsulate()) != nil
  }
}
