/// One whole pairing, message by message.
enum PairingVectors {
  private static let secret = [UInt8](repeating: 0x77, count: 16)
  private static let genesis = [UInt8](repeating: 0x88, count: 32)
  private static let relay = "https://relay.example:8787"
  private static let inviterSalt = [UInt8](repeating: 0xa1, count: 16)
  private static let inviterNonce = [UInt8](repeating: 0xa2, count: 32)
  private static let joinerSalt = [UInt8](repeating: 0xb1, count: 16)
  private static let joinerNonce = [UInt8](repeating: 0xb2, count: 32)
  private static let admission = [UInt8](repeating: 0x99, count: 32)

  static func value() throws -> VectorValue {
    let invite = [1] + secret + genesis + PlainEncoder.blob(Array(relay.utf8))
    let checksum = hash("invite-checksum", invite).prefix(4)
    let device = try EnvelopeVectors.founder.device()
    let commitment =
      [1] + hash("pairing-commitment", inviterNonce + device) + EnvelopeVectors.journal
    let introduction = try EnvelopeVectors.joiner.bytes() + joinerNonce
    let proof = try EnvelopeVectors.joiner.sign(
      PlainEncoder.domain("pairing-proof") + invite + commitment + introduction)
    let hello = [2] + introduction + proof
    let reveal = [3] + inviterNonce + device
    let words = hash("pairing-words", invite + commitment + hello + reveal)
    return .object([
      ("secret", .bytes(secret)), ("genesis", .bytes(genesis)), ("relay", .text(relay)),
      ("invite", .text("awi1-" + PlainEncoder.base32(invite + checksum))),
      ("token", .bytes(derive(PlainEncoder.domain("mailbox")))),
      ("journal", .bytes(EnvelopeVectors.journal)), ("inviter", .bytes(device)),
      ("inviterSalt", .bytes(inviterSalt)), ("inviterNonce", .bytes(inviterNonce)),
      ("joinerSigningSeed", .bytes(EnvelopeVectors.joiner.signingSeed)),
      ("joinerAgreementSeed", .bytes(EnvelopeVectors.joiner.agreementSeed)),
      ("joinerSalt", .bytes(joinerSalt)), ("joinerNonce", .bytes(joinerNonce)),
      ("admission", .bytes(admission)),
      ("commitment", .bytes(try seal(commitment, side: 1, index: 0))),
      ("hello", .bytes(try seal(hello, side: 2, index: 0))),
      ("reveal", .bytes(try seal(reveal, side: 1, index: 1))),
      ("wordNumbers", .list(numbers(words).map(VectorValue.count))),
      ("confirmed", .bytes(try seal([4], side: 2, index: 1))),
      ("welcome", .bytes(try seal([5] + admission, side: 1, index: 2))),
    ])
  }

  private static func hash(_ domain: String, _ bytes: [UInt8]) -> [UInt8] {
    PlainEncoder.sha256(PlainEncoder.domain(domain) + bytes)
  }

  private static func derive(_ info: [UInt8]) -> [UInt8] {
    PlainEncoder.hkdf(secret: secret, salt: [], info: info, count: 32)
  }

  private static func seal(_ plain: [UInt8], side: UInt8, index: UInt8) throws -> [UInt8] {
    let prefix = [side, index] + (side == 1 ? inviterSalt : joinerSalt)
    let key = derive(PlainEncoder.domain("pairing") + genesis + prefix)
    return try prefix
      + PlainEncoder.chacha(
        plain, key: key, nonce: [UInt8](repeating: 0, count: 12), context: prefix)
  }

  // Ten bits a word: the first forty bits of the hash as a string of digits, cut in four.
  private static func numbers(_ hash: [UInt8]) -> [Int] {
    let digits = hash.prefix(5).map { byte in
      let binary = String(byte, radix: 2)
      return String(repeating: "0", count: 8 - binary.count) + binary
    }.joined()
    let all = Array(digits)
    return stride(from: 0, to: 40, by: 10).map { Int(String(all[$0..<$0 + 10]), radix: 2) ?? 0 }
  }
}
