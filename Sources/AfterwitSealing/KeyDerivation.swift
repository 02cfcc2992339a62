internal import Crypto

/// HKDF-SHA-256 (RFC 5869), the only way in which one secret becomes another.
enum KeyDerivation {
  /// Derives `count` bytes; an empty salt stands for 32 zero bytes, as RFC 5869 says.
  static func derive(
    from secret: [UInt8], salt: [UInt8] = [], info: [UInt8], count: Int
  ) -> [UInt8] {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: secret), salt: salt, info: info,
      outputByteCount: count)
    return key.withUnsafeBytes { Array($0) }
  }
}

/// ChaCha20-Poly1305 (RFC 8439) with a nonce of zeros, which is safe because each key seals once.
enum OneTimeBox {
  /// How many bytes sealing adds.
  static let tagByteCount = 16

  /// Gives ciphertext and tag.
  static func seal(
    _ plaintext: [UInt8], key: [UInt8], authenticating context: [UInt8]
  ) throws(SealingFailure) -> [UInt8] {
    do {
      let box = try ChaChaPoly.seal(
        plaintext, using: SymmetricKey(data: key), nonce: zeroNonce(), authenticating: context)
      return Array(box.ciphertext) + Array(box.tag)
    } catch {
      throw SealingFailure.cryptography
    }
  }

  /// Gives the plaintext; `nil` if anything at all was changed.
  static func open(
    _ sealed: some Collection<UInt8>, key: [UInt8], authenticating context: [UInt8]
  ) -> [UInt8]? {
    guard sealed.count >= tagByteCount else { return nil }
    let ciphertext = Array(sealed.dropLast(tagByteCount))
    let tag = Array(sealed.suffix(tagByteCount))
    guard
      let box = try? ChaChaPoly.SealedBox(nonce: zeroNonce(), ciphertext: ciphertext, tag: tag),
      let plaintext = try? ChaChaPoly.open(
        box, using: SymmetricKey(data: key), authenticating: context)
    else { return nil }
    return Array(plaintext)
  }

  private static func zeroNonce() throws -> ChaChaPoly.Nonce {
    try ChaChaPoly.Nonce(data: [UInt8](repeating: 0, count: 12))
  }
}
