internal import Crypto

extension HPKE.Ciphersuite {
  /// The suite in which keys are wrapped: X-Wing, HKDF-SHA-256, ChaCha20-Poly1305.
  static var afterwit: HPKE.Ciphersuite {
    HPKE.Ciphersuite(kem: .XWingMLKEM768X25519, kdf: .HKDF_SHA256, aead: .chaChaPoly)
  }
}
