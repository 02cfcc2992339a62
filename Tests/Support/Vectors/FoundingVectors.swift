/// Genesis envelopes: those that found a roster, and those of which one thing is wrong.
struct FoundingVectors {
  /// The five records of the genesis, each a tag and its content.
  let whole: [PlainRecord]
  /// The genesis envelope before it has a payload.
  let draft: PlainEnvelope

  func list() throws -> VectorValue {
    .list(
      try accepted().map { try value($0.0, members: 2, $0.1) }
        + records().map { try value($0.0, layer: "semantic", envelope($0.1)) } + envelopes())
  }

  private func value(
    _ name: String, layer: String? = nil, members: Int? = nil, _ bytes: [UInt8]
  ) throws -> VectorValue {
    var fields: [(name: String, value: VectorValue)] = [("name", .text(name))]
    if let layer { fields.append(("layer", .text(layer))) }
    if let members { fields.append(("members", .count(members))) }
    return .object(fields + [("envelope", .bytes(bytes))])
  }

  private func envelope(
    _ records: [PlainRecord], _ change: (inout PlainEnvelope) -> Void = { _ in }
  ) throws -> [UInt8] {
    var envelope = draft
    envelope.payload = records.flatMap(\.bytes)
    change(&envelope)
    return try envelope.bytes()
  }

  private func accepted() throws -> [(String, [UInt8])] {
    let later = PlainRecord(900, [1, 2, 3])
    let own = try ownJournal()
    let proven = whole + [PlainRecord(9, try proof(for: own))]
    return [
      ("the records of earlier versions", try envelope(whole)),
      ("the recovery's word", try envelope(proven) { $0.journal = own }),
      (
        "with records of a later version",
        try envelope([whole[0], later] + Array(whole[1...]) + [later])
      ),
    ]
  }

  /// The records with one of them in another's place.
  private func replacing(_ place: Int, _ content: [UInt8]) -> [PlainRecord] {
    var records = whole
    records[place] = PlainRecord(whole[place].tag, content)
    return records
  }

  private func without(_ place: Int) -> [PlainRecord] {
    Array(whole[..<place]) + Array(whole[(place + 1)...])
  }

  /// The id of the journal that the recovery member founds.
  private func ownJournal() throws -> [UInt8] {
    Array(
      PlainEncoder.sha256(PlainEncoder.domain("journal") + whole[1].content[1..<33]).prefix(16))
  }

  /// What the recovery member signs for a journal; without one, for the draft's own.
  private func proof(for journal: [UInt8]? = nil) throws -> [UInt8] {
    try PlainMember(recoverySecret: EnvelopeVectors.recoverySecret).sign(
      PlainEncoder.domain("recovery-proof") + (journal ?? draft.journal) + draft.device()
        + whole[2].content[4..<36])
  }

  private func records() throws -> [(String, [PlainRecord])] {
    let (founder, recovery, epoch) = (whole[0].content, whole[1].content, whole[2].content)
    let (toFounder, toRecovery) = (whole[3].content, whole[4].content)
    let other = EnvelopeVectors.joiner
    let second = PlainEncoder.integer(2, width: 32)
    let identity = [UInt8](repeating: 0xee, count: 32)
    let proven = whole + [PlainRecord(9, try proof(for: try ownJournal()))]
    let cases: [(String, [PlainRecord])] = [
      ("no recovery member", without(1)), ("no epoch", without(2)),
      ("no key for the founder", without(3)), ("no key for the recovery member", without(4)),
      ("a founder of the recovery's rank", replacing(0, [255] + founder.dropFirst())),
      ("a founder of rank 0", replacing(0, [0] + founder.dropFirst())),
      ("a recovery member of a device's rank", replacing(1, [1] + recovery.dropFirst())),
      ("the founder as recovery member", replacing(1, [255] + founder.dropFirst())),
      ("an epoch of number 2", replacing(2, second + epoch.dropFirst(4))),
      (
        "an epoch of number 2 and its keys",
        Array(whole[..<2])
          + whole[2...].map { PlainRecord($0.tag, second + $0.content.dropFirst(4)) }
      ),
      (
        "an epoch that follows another",
        replacing(2, epoch + PlainEncoder.integer(1, width: 32) + identity + [0])
      ),
      ("the recovery's word for another journal", whole + [PlainRecord(9, try proof())]),
      ("a seventh record", proven + [PlainRecord(2, second + epoch.dropFirst(4))]),
      ("the founder's key of epoch 2", replacing(3, second + toFounder.dropFirst(4))),
      ("the recovery's key of epoch 2", replacing(4, second + toRecovery.dropFirst(4))),
      (
        "the founder's key of another identity",
        replacing(3, Array(toFounder[..<4]) + identity + toFounder.dropFirst(36))
      ),
      (
        "the founder's key for a stranger",
        replacing(3, Array(toFounder[..<36]) + (try other.device()) + toFounder.dropFirst(68))
      ),
      (
        "the founder as recovery member, and its keys",
        Array(replacing(1, [255] + founder.dropFirst())[..<4]) + [whole[3]]
      ),
      (
        "the recovery's key of another identity",
        replacing(4, Array(toRecovery[..<4]) + identity + toRecovery.dropFirst(36))
      ),
      (
        "the recovery's key for a stranger",
        replacing(4, Array(toRecovery[..<36]) + (try other.device()) + toRecovery.dropFirst(68))
      ),
      ("the keys in another order", Array(whole[..<3]) + [whole[4], whole[3]]),
      (
        "the epoch before the recovery member", [whole[0], whole[2], whole[1]] + Array(whole[3...])
      ),
      ("a third member", whole + [PlainRecord(1, try other.bytes())]),
      ("a second epoch", whole + [PlainRecord(2, second + epoch.dropFirst(4))]),
      ("nothing", []), ("a first record of a later version", [PlainRecord(900, [])] + whole),
    ]
    return cases
  }

  private func envelopes() throws -> [VectorValue] {
    let weak: [UInt8] = [1, 1] + [UInt8](repeating: 0, count: 31) + whole[0].content.dropFirst(33)
    let stranger = PlainEnvelope(seed: EnvelopeVectors.joiner.signingSeed)
    let last = try envelope(whole).count - 1
    var (signature, payload) = (try envelope(whole), try envelope(whole))
    signature[200] ^= 1
    payload[last] ^= 1
    var foreign = stranger
    (foreign.kind, foreign.epoch, foreign.salt, foreign.commitment, foreign.payload) = (
      draft.kind, draft.epoch, draft.salt, draft.commitment, whole.flatMap(\.bytes)
    )
    return [
      try value(
        "number 2", layer: "semantic",
        envelope(whole) {
          $0.number = 2
          $0.previous[0] = 1
        }),
      try value("a change", layer: "semantic", envelope(whole) { $0.kind = 1 }),
      try value("signed by another", layer: "semantic", foreign.bytes()),
      try value(
        "a payload cut short", layer: "syntax",
        envelope(whole) { $0.payload = Array($0.payload.dropLast()) }),
      try value("a weak key", layer: "syntax", envelope(replacing(0, weak))),
      try value("another signature", layer: "signature", signature),
      try value("another payload", layer: "signature", payload),
    ]
  }
}

/// A control record, whose content a vector may choose.
struct PlainRecord {
  let tag: UInt64
  let content: [UInt8]

  init(_ tag: UInt64, _ content: [UInt8]) {
    (self.tag, self.content) = (tag, content)
  }

  /// The tag, then the content as a blob.
  var bytes: [UInt8] { PlainEncoder.varint(tag) + PlainEncoder.blob(content) }
}
