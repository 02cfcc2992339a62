/// Envelopes that a reader must refuse, each with the first layer that does.
enum RefusedVectors {
  static func list() throws -> VectorValue {
    .list(try syntax() + limit() + signature() + authentication() + semantic())
  }

  private static func good() throws -> PlainEnvelope {
    var envelope = PlainEnvelope(seed: EnvelopeVectors.seed)
    try envelope.seal(body: Array("hello".utf8), epochKey: EnvelopeVectors.epochKey)
    return envelope
  }

  private static func changed(_ change: (inout PlainEnvelope) throws -> Void) throws -> [UInt8] {
    var envelope = try good()
    try change(&envelope)
    return try envelope.bytes()
  }

  private static func value(
    _ name: String, _ layer: String, _ bytes: [UInt8], reason: String? = nil
  ) throws -> VectorValue {
    var members: [(name: String, value: VectorValue)] = [
      ("name", .text(name)), ("layer", .text(layer)),
    ]
    if let reason { members.append(("reason", .text(reason))) }
    members += [
      ("signingKey", .bytes(try PlainEnvelope(seed: EnvelopeVectors.seed).signingKey())),
      ("epoch", .text("1")), ("epochKey", .bytes(EnvelopeVectors.epochKey)),
      ("envelope", .bytes(bytes)),
    ]
    return .object(members)
  }

  private static func syntax() throws -> [VectorValue] {
    let bytes = try good().bytes()
    let nonzero = [UInt8](repeating: 7, count: 32)
    return [
      try value("nothing", "syntax", []),
      try value("half a header", "syntax", Array(bytes.prefix(100))),
      try value("half a signature", "syntax", Array(bytes.prefix(232))),
      try value("one byte short", "syntax", Array(bytes.dropLast())),
      try value("one byte long", "syntax", bytes + [0]),
      try value("another magic", "syntax", changed { $0.magic = Array("AWE2".utf8) }),
      try value("another suite", "syntax", changed { $0.suite = 2 }),
      try value("a flag", "syntax", changed { $0.flags = [0, 1] }),
      try value("number zero", "syntax", changed { $0.number = 0 }),
      try value("a first with a previous", "syntax", changed { $0.previous = nonzero }),
      try value("a second without a previous", "syntax", changed { $0.number = 2 }),
      try value("a control envelope with an epoch", "syntax", changed { $0.kind = 3 }),
      try value(
        "syntax before signature", "syntax",
        changed {
          $0.suite = 0
          $0.claimedHash = nonzero
        }),
    ]
  }

  private static func limit() throws -> [VectorValue] {
    [
      try value(
        "a payload of 576 KiB and one byte", "limit", changed { $0.claimedLength = 589_825 }),
      try value("a payload of 4 GiB", "limit", changed { $0.claimedLength = 4_294_967_295 }),
    ]
  }

  private static func signature() throws -> [VectorValue] {
    let bytes = try good().bytes()
    func flipped(_ offset: Int) -> [UInt8] {
      var copy = bytes
      copy[offset] ^= 1
      return copy
    }
    var other = PlainEnvelope(seed: [UInt8](repeating: 0x12, count: 32))
    other.claimedDevice = try good().device()
    try other.seal(body: Array("hello".utf8), epochKey: EnvelopeVectors.epochKey)
    return [
      try value("another signer in the device's name", "signature", other.bytes()),
      try value("the journal changed", "signature", flipped(8)),
      try value("the device changed", "signature", flipped(24)),
      try value(
        "the number changed", "signature",
        bytes.replacing(at: 63, with: 2).replacing(at: 64, with: 1)),
      try value("the epoch changed", "signature", flipped(99)),
      try value("the salt changed", "signature", flipped(100)),
      try value("the commitment changed", "signature", flipped(132)),
      try value("the payload hash changed", "signature", flipped(168)),
      try value("the signature changed", "signature", flipped(200)),
      try value("the payload changed", "signature", flipped(264)),
      try value("the tag changed", "signature", flipped(bytes.count - 1)),
      try value(
        "a hash of another payload, signed", "signature",
        changed { $0.claimedHash = [UInt8](repeating: 7, count: 32) }),
    ]
  }

  private static func authentication() throws -> [VectorValue] {
    func sealed(_ change: (inout PlainEnvelope) throws -> Void) throws -> [UInt8] {
      try changed(change)
    }
    return [
      try value(
        "another key of the same number", "authentication",
        sealed {
          try $0.seal(body: Array("hello".utf8), epochKey: EnvelopeVectors.otherEpochKey)
        }, reason: "key"),
      try value(
        "a key of another number", "authentication",
        sealed {
          $0.epoch = 2
          try $0.seal(body: Array("hello".utf8), epochKey: EnvelopeVectors.epochKey)
        }, reason: "key"),
      try value(
        "the salt changed and signed", "authentication", sealed { $0.salt[0] ^= 1 },
        reason: "key"),
      try value(
        "the number changed and signed", "authentication",
        sealed {
          $0.number = 2
          $0.previous[0] = 1
        }, reason: "key"),
      try value(
        "the ciphertext changed and signed", "authentication", sealed { $0.payload[0] ^= 1 },
        reason: "damage"),
      try value(
        "the tag changed and signed", "authentication",
        sealed { $0.payload[$0.payload.count - 1] ^= 1 }, reason: "damage"),
      try value(
        "a payload shorter than a tag", "authentication",
        sealed { $0.payload = Array($0.payload.prefix(15)) }, reason: "damage"),
      try value(
        "an empty payload", "authentication", sealed { $0.payload = [] }, reason: "damage"),
    ]
  }

  private static func semantic() throws -> [VectorValue] {
    let body = Array("hello".utf8)
    let cases: [(String, [UInt8])] = [
      ("a byte in the padding", Array(PlainEnvelope.pad(body).dropLast()) + [1]),
      ("padded to the next size", PlainEnvelope.pad(body) + [UInt8](repeating: 0, count: 256)),
      ("not padded", PlainEncoder.integer(0x8000_0005, width: 32) + PlainEnvelope.blind + body),
      (
        "a length beyond the end",
        PlainEncoder.integer(0x8000_0000 + 237, width: 32) + [UInt8](repeating: 0, count: 252)
      ),
      (
        "a length beyond the end, without a blind",
        PlainEncoder.integer(253, width: 32) + [UInt8](repeating: 0, count: 252)
      ),
      (
        "without a blind, and padded to the next size",
        PlainEnvelope.padBlindless(body) + [UInt8](repeating: 0, count: 256)
      ),
      (
        "half a blind",
        PlainEncoder.integer(0x8000_0000, width: 32) + PlainEnvelope.blind.prefix(8)
      ),
      ("the greatest length", [0xff, 0xff, 0xff, 0xff] + [UInt8](repeating: 0, count: 252)),
      ("half a length", [0, 0]),
      ("no plaintext", []),
    ]
    return try cases.map { name, padded in
      try value(
        name, "semantic",
        changed { try $0.seal(padded: padded, epochKey: EnvelopeVectors.epochKey) })
    }
  }
}

extension [UInt8] {
  /// A copy in which one byte is another.
  fileprivate func replacing(at offset: Int, with byte: UInt8) -> [UInt8] {
    var copy = self
    copy[offset] = byte
    return copy
  }
}
