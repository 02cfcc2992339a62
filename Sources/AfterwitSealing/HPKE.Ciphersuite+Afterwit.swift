internal import Crypto

extension HPKE.Ciphersuite {
  /// The suite in which keys are wrapped; the library's ready-made one for X-Wing has AES-GCM.
  static var afterwit: HPKE.Ciphersuite {
    HPKE.Ciphersuite(kem: .XWingMLKEM768X25519, kdf: .HKDF_SHA256, aead: .chaChaPoly)
  }
}
