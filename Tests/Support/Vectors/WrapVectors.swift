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
        .object(
          [
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
          ] + (try scheduled(item)))
      })
  }

  /// What HPKE makes of the shared secret.
  private func scheduled(_ item: Case) throws -> [(name: String, value: VectorValue)] {
    let shared = try PlainXWing(seed: item.member.agreementSeed)
      .open(item.wrap.encapsulatedKey).shared
    let (key, nonce) = PlainWrap.schedule(shared: shared, info: item.info)
    return [("shared", .bytes(shared)), ("key", .bytes(key)), ("baseNonce", .bytes(nonce))]
  }

  /// The keys that open the wrapped ones, and what their halves make of them.
  func xwing() throws -> VectorValue {
    .list(
      try cases.map { item in
        let key = try PlainXWing(seed: item.member.agreementSeed)
        let secrets = try key.open(item.wrap.encapsulatedKey)
        return .object([
          ("name", .text(item.name)), ("seed", .bytes(item.member.agreementSeed)),
          ("expanded", .bytes(key.expanded)), ("publicKey", .bytes(key.publicKey)),
          ("encapsulated", .bytes(item.wrap.encapsulatedKey)), ("mlkem", .bytes(secrets.mlkem)),
          ("x25519", .bytes(secrets.x25519)), ("shared", .bytes(secrets.shared)),
        ])
      })
  }

  func genesis() throws -> VectorValue {
    let founding = try foundings()
    var envelope = founding.draft
    envelope.payload = founding.whole.flatMap(\.bytes)
    return .object([
      ("founder", .bytes(try EnvelopeVectors.founder.device())),
      ("recovery", .bytes(try cases[1].member.device())),
      ("envelope", .bytes(try envelope.bytes())),
      ("id", .bytes(try envelope.id())),
    ])
  }

  func foundings() throws -> FoundingVectors {
    var draft = PlainEnvelope(seed: EnvelopeVectors.seed)
    let zeros = [UInt8](repeating: 0, count: 32)
    (draft.kind, draft.epoch, draft.salt, draft.commitment) = (3, 0, zeros, zeros)
    let epoch = PlainEncoder.integer(1, width: 32) + identity
    let members = try cases.map { PlainRecord(1, try $0.member.bytes()) }
    let keys = try cases.map { item in
      PlainRecord(
        3,
        epoch + (try item.member.device()) + item.wrap.encapsulatedKey + item.wrap.ciphertext)
    }
    return FoundingVectors(whole: members + [PlainRecord(2, epoch)] + keys, draft: draft)
  }

  private var identity: [UInt8] {
    PlainEncoder.sha256(PlainEncoder.domain("epoch") + EnvelopeVectors.epochKey)
  }
}
