/// What the two sides of one pairing say, before and after it is sealed.
struct PlainPairing {
  static let secret = [UInt8](repeating: 0x77, count: 16)
  static let genesis = [UInt8](repeating: 0x88, count: 32)
  static let relay = "https://relay.example:8787"
  static let relayKey = [UInt8](repeating: 0x66, count: 32)
  static let inviterSalt = [UInt8](repeating: 0xa1, count: 16)
  static let inviterNonce = [UInt8](repeating: 0xa2, count: 32)
  static let joinerSalt = [UInt8](repeating: 0xb1, count: 16)
  static let joinerNonce = [UInt8](repeating: 0xb2, count: 32)
  static let admission = [UInt8](repeating: 0x99, count: 32)

  /// The inviter's id.
  let device: [UInt8]
  /// The plaintexts of the first three messages.
  let commitment, hello, reveal: [UInt8]
  private let invite: [UInt8]

  init() throws {
    device = try EnvelopeVectors.founder.device()
    invite =
      [2] + Self.secret + Self.genesis + Self.relayKey
      + PlainEncoder.blob(Array(Self.relay.utf8))
    commitment =
      [1] + Self.hash("pairing-commitment", Self.inviterNonce + device) + EnvelopeVectors.journal
    reveal = [3] + Self.inviterNonce + device
    hello = try Self.hello(
      rank: 1, proofBy: EnvelopeVectors.joiner, after: invite + commitment)
  }

  /// A hello in which the member's rank is another.
  func hello(rank: UInt8) throws -> [UInt8] {
    try Self.hello(rank: rank, proofBy: EnvelopeVectors.joiner, after: invite + commitment)
  }

  /// A hello whose proof another member signed.
  func hello(by signer: PlainMember) throws -> [UInt8] {
    try Self.hello(rank: 1, proofBy: signer, after: invite + commitment)
  }

  private static func hello(
    rank: UInt8, proofBy signer: PlainMember, after said: [UInt8]
  ) throws -> [UInt8] {
    let introduction = try [rank] + EnvelopeVectors.joiner.bytes().dropFirst() + joinerNonce
    return try [2] + introduction
      + signer.sign(PlainEncoder.domain("pairing-proof") + said + introduction)
  }

  /// The line that carries the invite.
  var inviteText: String {
    "awi1-" + PlainEncoder.base32(invite + Self.hash("invite-checksum", invite).prefix(4))
  }

  /// The numbers of the four words: the first forty bits of the hash, cut in four.
  var wordNumbers: [Int] {
    let hash = Self.hash("pairing-words", invite + commitment + hello + reveal)
    let digits = Array(
      hash.prefix(5).map { byte in
        let binary = String(byte, radix: 2)
        return String(repeating: "0", count: 8 - binary.count) + binary
      }.joined())
    return stride(from: 0, to: 40, by: 10).map { Int(String(digits[$0..<$0 + 10]), radix: 2) ?? 0 }
  }

  /// A message of the inviter, sealed.
  func inviter(_ plain: [UInt8], _ index: UInt8) throws -> [UInt8] {
    try Self.seal(plain, prefix: [1, index] + Self.inviterSalt)
  }

  /// A message of the joiner, sealed.
  func joiner(_ plain: [UInt8], _ index: UInt8) throws -> [UInt8] {
    try Self.seal(plain, prefix: [2, index] + Self.joinerSalt)
  }

  private static func seal(_ plain: [UInt8], prefix: [UInt8]) throws -> [UInt8] {
    let key = derive(PlainEncoder.domain("pairing") + genesis + prefix)
    return try prefix
      + PlainEncoder.chacha(
        plain, key: key, nonce: [UInt8](repeating: 0, count: 12), context: prefix)
  }

  /// 32 bytes from the invite's secret.
  static func derive(_ info: [UInt8]) -> [UInt8] {
    PlainEncoder.hkdf(secret: secret, salt: [], info: info, count: 32)
  }

  private static func hash(_ domain: String, _ bytes: [UInt8]) -> [UInt8] {
    PlainEncoder.sha256(PlainEncoder.domain(domain) + bytes)
  }
}
