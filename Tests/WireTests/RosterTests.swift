import AfterwitEncoding
import AfterwitWire
import Crypto
import Foundation
import Testing

@Suite("The roster")
struct RosterTests {
  /// One who signs envelopes of a log, one after another.
  struct Author {
    let key = Curve25519.Signing.PrivateKey()
    let member: Member
    var last: Envelope?

    init() {
      member = Member(
        rank: 1, signingKey: SigningKey(key.publicKey),
        agreementKey: [UInt8](repeating: 9, count: Member.agreementKeyByteCount))
    }

    mutating func write(
      _ payload: [UInt8], journal: JournalID, kind: EnvelopeKindCode = .control
    ) throws -> Envelope {
      let zeros = [UInt8](repeating: 0, count: 32)
      let header = EnvelopeHeader(
        kind: kind, journal: journal, device: member.device,
        number: (last?.header.number ?? 0) + 1, previous: last?.id ?? .zero, epoch: 0,
        salt: zeros, commitment: zeros, payloadLength: UInt32(payload.count),
        payloadHash: Array(SHA256.hash(data: payload)))
      let envelope = try Envelope.signed(header: header, payload: payload, key: key)
      last = envelope
      return envelope
    }
  }

  let journal: JournalID
  var founder = Author()
  var roster: Roster

  init() throws {
    journal = try #require(JournalID([UInt8](repeating: 3, count: 16)))
    let epoch = Epoch(number: 1, identity: [UInt8](repeating: 5, count: 32))
    let genesis = try founder.write(
      ControlRecord.encode([.member(founder.member), .epoch(epoch)]), journal: journal)
    roster = try Roster(genesis: Envelope(parsing: genesis.bytes))
  }

  @Test("grows by what members sign [AW-SEAL-14]")
  mutating func grows() throws {
    var second = Author()
    #expect(throws: EnvelopeFailure(layer: .semantic, what: "member")) {
      try roster.admit(second.write([], journal: journal))
    }
    let admission = try founder.write(
      ControlRecord.encode([.member(second.member), .unknown(tag: 77, bytes: [1])]),
      journal: journal)
    try roster.admit(admission)
    try roster.admit(admission)
    #expect(Set(roster.members.map(\.device)) == [founder.member.device, second.member.device])
    try roster.admit(second.write([], journal: journal))
  }

  @Test("nobody admits a member above the own rank [AW-SEAL-14]")
  mutating func rank() throws {
    let second = Author()
    let high = Member(
      rank: Member.recoveryRank, signingKey: second.member.signingKey,
      agreementKey: second.member.agreementKey)
    try roster.admit(founder.write(ControlRecord.encode([.member(high)]), journal: journal))
    #expect(roster.member(second.member.device) == nil)
  }

  @Test("an envelope of another journal changes nothing")
  mutating func otherJournal() throws {
    let other = try #require(JournalID([UInt8](repeating: 4, count: 16)))
    let stranger = Author()
    let envelope = try founder.write(
      ControlRecord.encode([.member(stranger.member)]), journal: other)
    #expect(throws: EnvelopeFailure(layer: .semantic, what: "journal")) {
      try roster.admit(envelope)
    }
    #expect(roster.members.count == 1)
  }

  @Test("a genesis must begin with its own author [AW-SEAL-13]")
  func foreignGenesis() throws {
    var author = Author()
    let stranger = Author()
    let envelope = try author.write(
      ControlRecord.encode([.member(stranger.member), .member(author.member)]), journal: journal)
    #expect(throws: EnvelopeFailure(layer: .semantic, what: "founder")) {
      try Roster(genesis: envelope)
    }
    var second = Author()
    _ = try second.write([], journal: journal)
    let late = try second.write(ControlRecord.encode([.member(second.member)]), journal: journal)
    #expect(throws: EnvelopeFailure(layer: .semantic, what: "genesis")) {
      try Roster(genesis: late)
    }
  }

  @Test("too many members are refused, and nothing has changed [AW-ENC-12]")
  mutating func tooMany() throws {
    let crowd = (0..<Limits.members).map { _ in ControlRecord.member(Author().member) }
    let half = try founder.write(ControlRecord.encode(Array(crowd[..<200])), journal: journal)
    try roster.admit(half)
    let rest = try founder.write(ControlRecord.encode(Array(crowd[200...])), journal: journal)
    #expect(throws: EnvelopeFailure(layer: .limit, what: "members")) { try roster.admit(rest) }
    #expect(roster.members.count == 201)
  }

  @Test("members write under the greatest epoch, then identity")
  mutating func writingEpoch() throws {
    let low = Epoch(number: 2, identity: [UInt8](repeating: 1, count: 32))
    let high = Epoch(number: 2, identity: [UInt8](repeating: 2, count: 32))
    try roster.admit(
      founder.write(ControlRecord.encode([.epoch(high), .epoch(low)]), journal: journal))
    #expect(roster.writingEpoch == high)
    #expect(roster.epochs.count == 3)
  }

  @Test("an envelope of an unknown kind is verified and changes nothing")
  mutating func unknownKind() throws {
    let stranger = Author()
    let envelope = try founder.write(
      ControlRecord.encode([.member(stranger.member)]), journal: journal,
      kind: EnvelopeKindCode(rawValue: 99))
    try roster.admit(Envelope(parsing: envelope.bytes))
    #expect(roster.members.count == 1)
  }
}
