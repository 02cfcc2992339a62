/// Epoch keys wrapped to members, and the genesis envelope that holds two of them.
struct WrapVectors {
  private struct Case {
    let name: String
    let member: PlainMember
    let wrap: PlainWrap
    let info: [UInt8]
  }

  private let cases: [Case]

  init(keeping kept: [String: PlainWrap]) throws {
    let recipients = [
      ("to the founder", EnvelopeVectors.founder),
      ("to the recovery member", PlainMember(recoverySecret: EnvelopeVectors.recoverySecret)),
    ]
    cases = try recipients.map { name, member in
      let info = PlainWrap.info(
        journal: EnvelopeVectors.journal, number: 1, key: EnvelopeVectors.epochKey,
        recipient: try member.device())
      if let wrap = kept[name],
        (try? wrap.wraps(EnvelopeVectors.epochKey, member: member, info: info)) == true
      {
        return Case(name: name, member: member, wrap: wrap, info: info)
      }
      let wrap = try PlainWrap(key: EnvelopeVectors.epochKey, member: member, info: info)
      return Case(name: name, member: member, wrap: wrap, info: info)
    }
  }

  func value() throws -> VectorValue {
    .list(
      try cases.map { item in
        .object([
          ("name", .text(item.name)),
          ("signingSeed", .bytes(item.member.signingSeed)),
          ("agreementSeed", .bytes(item.member.agreementSeed)),
          ("recipient", .bytes(try item.member.device())),
          ("journal", .bytes(EnvelopeVectors.journal)),
          ("epoch", .text("1")),
          ("epochKey", .bytes(EnvelopeVectors.epochKey)),
          ("identity", .bytes(identity)),
          ("info", .bytes(item.info)),
          ("encapsulatedKey", .bytes(item.wrap.encapsulatedKey)),
          ("ciphertext", .bytes(item.wrap.ciphertext)),
        ])
      })
  }

  func genesis() throws -> VectorValue {
    var envelope = PlainEnvelope(seed: EnvelopeVectors.seed)
    let zeros = [UInt8](repeating: 0, count: 32)
    (envelope.kind, envelope.epoch, envelope.salt, envelope.commitment) = (3, 0, zeros, zeros)
    let number = PlainEncoder.integer(1, width: 32)
    for item in cases {
      envelope.payload += record(1, try item.member.bytes())
    }
    envelope.payload += record(2, number + identity)
    for item in cases {
      envelope.payload += record(
        3,
        number + identity + (try item.member.device()) + item.wrap.encapsulatedKey
          + item.wrap.ciphertext)
    }
    return .object([
      ("founder", .bytes(try EnvelopeVectors.founder.device())),
      ("recovery", .bytes(try cases[1].member.device())),
      ("envelope", .bytes(try envelope.bytes())),
      ("id", .bytes(try envelope.id())),
    ])
  }

  private var identity: [UInt8] {
    PlainEncoder.sha256(PlainEncoder.domain("epoch") + EnvelopeVectors.epochKey)
  }

  private func record(_ tag: UInt64, _ content: [UInt8]) -> [UInt8] {
    PlainEncoder.varint(tag) + PlainEncoder.blob(content)
  }
}
