internal import Crypto
internal import Foundation

/// X-Wing by hand from its draft, over the library's ML-KEM-768 and X25519.
struct PlainXWing {
  /// The seed, expanded to 96 bytes: two seeds of ML-KEM, and the X25519 key.
  let expanded: [UInt8]
  /// The public key.
  let publicKey: [UInt8]
  private let mlkem: MLKEM768.PrivateKey
  private let x25519: Curve25519.KeyAgreement.PrivateKey

  /// Expands a seed.
  init(seed: [UInt8]) throws {
    expanded = PlainKeccak.shake(seed, count: 96)
    mlkem = try MLKEM768.PrivateKey(seedRepresentation: Data(expanded[..<64]), publicKey: nil)
    x25519 = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: Data(expanded[64...]))
    publicKey =
      Array(mlkem.publicKey.rawRepresentation) + Array(x25519.publicKey.rawRepresentation)
  }

  /// The secrets of the two halves of an encapsulated key, and what they make together.
  func open(
    _ encapsulated: [UInt8]
  ) throws -> (mlkem: [UInt8], x25519: [UInt8], shared: [UInt8]) {
    let point = Array(encapsulated.suffix(32))
    let first = try mlkem.decapsulate(Data(encapsulated.dropLast(32)))
      .withUnsafeBytes { Array($0) }
    let second = try x25519.sharedSecretFromKeyAgreement(
      with: Curve25519.KeyAgreement.PublicKey(rawRepresentation: Data(point))
    ).withUnsafeBytes { Array($0) }
    let label: [UInt8] = [0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c]
    let shared = PlainKeccak.sha3(first + second + point + publicKey.suffix(32) + label)
    return (first, second, shared)
  }
}
