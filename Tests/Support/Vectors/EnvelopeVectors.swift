/// The content of `Protocol/vectors/envelope.json`.
public enum EnvelopeVectors {
  static let seed = [UInt8](repeating: 0x11, count: 32)
  static let epochKey = [UInt8](repeating: 0x22, count: 32)
  static let otherEpochKey = [UInt8](repeating: 0x23, count: 32)
  static let journal = [UInt8](repeating: 0x33, count: 16)
  static let founder = PlainMember(
    rank: 1, signingSeed: seed, agreementSeed: [UInt8](repeating: 0x55, count: 32))
  static let joiner = PlainMember(
    rank: 1, signingSeed: [UInt8](repeating: 0x12, count: 32),
    agreementSeed: [UInt8](repeating: 0x56, count: 32))
  static let recoverySecret = Array(UInt8(0xf0)...UInt8(0xff))

  /// Makes the document; `kept` are the wrapped keys of an earlier run, by name.
  public static func document(keeping kept: [String: PlainWrap]) throws -> VectorValue {
    let wraps = try WrapVectors(keeping: kept)
    return .object([
      ("format", .text("afterwit.vectors/1")),
      ("chapter", .text("5-sealing")),
      (
        "about",
        .text(
          "Bytes are hexadecimal. 'refused' must fail at the layer: syntax, limit, signature, "
            + "authentication, semantic, in this order; 'reason' tells a missing key from damage. "
            + "Wrapped keys were drawn once and are kept. 'foundings' must found a roster or fail "
            + "at the layer; 'mailboxes' end the pairing of 'pairing'.")
      ),
      ("sealed", try sealed()),
      ("heads", try heads()),
      ("earlier", try earlier()),
      ("padding", padding()),
      ("refused", try RefusedVectors.list()),
      ("wrapped", try wraps.value()),
      ("xwing", try wraps.xwing()),
      ("genesis", try wraps.genesis()),
      ("foundings", try wraps.foundings().list()),
      ("recovery", try recovery()),
      ("pairing", try PairingVectors.value()),
      ("mailboxes", try PairingVectors.mailboxes()),
    ])
  }

  private static func sealed() throws -> VectorValue {
    var known = PlainEnvelope(seed: seed)
    try known.seal(body: Array("hello, afterwit".utf8), epochKey: epochKey)
    let previous = try known.id()
    let bodies: [(String, [UInt8])] = [
      ("an empty body", []),
      ("the longest body of the smallest size", [UInt8](repeating: 0x61, count: 236)),
      ("one byte more", [UInt8](repeating: 0x61, count: 237)),
    ]
    var values = [try value("hello", known, body: Array("hello, afterwit".utf8))]
    for (name, body) in bodies {
      var envelope = PlainEnvelope(seed: seed)
      envelope.number = 2
      envelope.previous = previous
      try envelope.seal(body: body, epochKey: epochKey)
      values.append(try value(name, envelope, body: body))
    }
    var last = PlainEnvelope(seed: seed)
    last.number = .max
    last.previous = previous
    last.epoch = UInt64(UInt32.max)
    try last.seal(body: [0], epochKey: epochKey)
    values.append(try value("the greatest number and epoch", last, body: [0]))
    return .list(values)
  }

  private static func value(
    _ name: String, _ envelope: PlainEnvelope, body: [UInt8]
  ) throws -> VectorValue {
    .object([
      ("name", .text(name)),
      ("signingSeed", .bytes(envelope.seed)),
      ("signingKey", .bytes(try envelope.signingKey())),
      ("device", .bytes(try envelope.device())),
      ("journal", .bytes(envelope.journal)),
      ("number", .text(String(envelope.number))),
      ("previous", .bytes(envelope.previous)),
      ("epoch", .text(String(envelope.epoch))),
      ("epochKey", .bytes(epochKey)),
      ("salt", .bytes(envelope.salt)),
      ("blind", .bytes(PlainEnvelope.blind)),
      ("commitment", .bytes(envelope.commitment)),
      ("body", .bytes(body)),
      ("envelope", .bytes(try envelope.bytes())),
      ("id", .bytes(try envelope.id())),
      ("sha256", .bytes(PlainEncoder.sha256(try envelope.bytes()))),
    ])
  }

  /// What an earlier version sealed, without a blind.
  private static func earlier() throws -> VectorValue {
    let bodies: [(String, [UInt8])] = [
      ("hello", Array("hello, afterwit".utf8)),
      ("the longest body of the smallest size", [UInt8](repeating: 0x61, count: 252)),
      ("one byte more", [UInt8](repeating: 0x61, count: 253)),
    ]
    return .list(
      try bodies.map { name, body in
        var envelope = PlainEnvelope(seed: seed)
        try envelope.seal(padded: PlainEnvelope.padBlindless(body), epochKey: epochKey)
        return .object([
          ("name", .text(name)), ("epoch", .text(String(envelope.epoch))),
          ("epochKey", .bytes(epochKey)), ("body", .bytes(body)),
          ("envelope", .bytes(try envelope.bytes())),
        ])
      })
  }

  private static func padding() -> VectorValue {
    let counts = [
      0, 1, 235, 236, 237, 492, 493, 1004, 1005, 2028, 2029, 4076, 4077, 4332, 4333, 8172, 8173,
      10_000, 65_516, 65_517, 100_000, 262_124, 262_125, 524_287, 524_288,
    ]
    return .list(
      counts.map { .list([.count($0), .count(PlainEnvelope.paddedCount($0 + 20))]) })
  }

  /// The text of a later secret, which names its journal.
  private static func later() -> VectorValue {
    let content = recoverySecret + journal
    let checksum = PlainEncoder.sha256(PlainEncoder.domain("recovery-checksum") + content)
    let letters = Array(PlainEncoder.base32(content + checksum.prefix(4)))
    let groups = stride(from: 0, to: letters.count, by: 4).map {
      String(letters[$0..<min($0 + 4, letters.count)])
    }
    return .object([
      ("journal", .bytes(journal)), ("text", .text("awr2-" + groups.joined(separator: "-"))),
    ])
  }

  private static func recovery() throws -> VectorValue {
    let checksum = PlainEncoder.sha256(PlainEncoder.domain("recovery-checksum") + recoverySecret)
    let letters = Array(PlainEncoder.base32(recoverySecret + checksum.prefix(4)))
    let groups = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<$0 + 4]) }
    let member = PlainMember(recoverySecret: recoverySecret)
    return .object([
      ("secret", .bytes(recoverySecret)),
      ("text", .text("awr1-" + groups.joined(separator: "-"))),
      ("later", later()),
      ("signingSeed", .bytes(member.signingSeed)),
      ("agreementSeed", .bytes(member.agreementSeed)),
      ("device", .bytes(try member.device())),
      ("member", .bytes(try member.bytes())),
    ])
  }
}
