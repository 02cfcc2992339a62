internal import AfterwitVectors
internal import Crypto
internal import Foundation

/// An envelope whose form was checked (Protocol/5-sealing, "Layout").
struct ReadEnvelope {
  /// What is found inside.
  enum Opened {
    /// No key of the epoch gives the commitment.
    case waits
    /// The payload does not open with its own key, or its padding is wrong.
    case damaged
    /// The body of a change.
    case body([UInt8])
  }

  let bytes: [UInt8]
  let id: Bytes

  var kind: UInt8 { bytes[5] }
  var journal: Bytes { Bytes(bytes[8..<24]) }
  var device: Bytes { Bytes(bytes[24..<56]) }
  var number: UInt64 { integer(56..<64) }
  var previous: Bytes { Bytes(bytes[64..<96]) }
  var epoch: UInt64 { integer(96..<100) }
  var payload: [UInt8] { Array(bytes[264...]) }

  private func integer(_ range: Range<Int>) -> UInt64 {
    bytes[range].reduce(0) { $0 * 256 + UInt64($1) }
  }

  /// Nothing where the bytes have not the form of an envelope.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 264 else { return nil }
    self.bytes = bytes
    id = Bytes(PlainEncoder.sha256(PlainEncoder.domain("entry") + bytes[..<200]))
    let isFirst = number == 1
    guard bytes[..<4].elementsEqual("AWE1".utf8), bytes[4] == 1, bytes[6] == 0, bytes[7] == 0,
      number > 0, isFirst == previous.array.allSatisfy({ $0 == 0 }),
      kind != 3 || bytes[96..<164].allSatisfy({ $0 == 0 }),
      bytes.count == 264 + Int(integer(164..<168))
    else { return nil }
  }

  func isSigned(by key: [UInt8]) -> Bool {
    guard Bytes(PlainEncoder.sha256(PlainEncoder.domain("device") + key)) == device,
      PlainEncoder.sha256(payload) == Array(bytes[168..<200]),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
    else { return false }
    return key.isValidSignature(
      Data(bytes[200..<264]), for: PlainEncoder.domain("sig") + bytes[..<200])
  }

  func opened(with keys: [(epoch: UInt64, key: [UInt8])]) -> Opened {
    for (number, key) in keys where number == epoch {
      let derived = PlainEncoder.hkdf(
        secret: key, salt: Array(bytes[100..<132]),
        info: PlainEncoder.domain("record") + bytes[..<100], count: 64)
      guard derived[32...].elementsEqual(bytes[132..<164]) else { continue }
      guard
        let padded = try? PlainEncoder.opened(
          payload, key: Array(derived[..<32]), nonce: [UInt8](repeating: 0, count: 12),
          context: Array(bytes[..<164])), padded.count >= 4
      else { return .damaged }
      let field = padded[..<4].reduce(0) { $0 * 256 + Int($1) }
      let isBlind = field >= 1 << 31
      let start = isBlind ? 20 : 4
      let length = isBlind ? field - (1 << 31) : field
      guard start + length <= padded.count else { return .damaged }
      let body = Array(padded[start..<start + length])
      let again =
        isBlind
        ? PlainEnvelope.pad(body, blind: Array(padded[4..<20])) : PlainEnvelope.padBlindless(body)
      return padded == again ? .body(body) : .damaged
    }
    return .waits
  }
}
