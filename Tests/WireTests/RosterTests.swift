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

    /// Writes a genesis of these records, or of those that found a journal.
    mutating func found(
      _ journal: JournalID, _ records: [ControlRecord]? = nil
    ) throws -> Envelope {
      let founding = try RosterTests.founding(member)
      return try write(ControlRecord.encode(records ?? founding), journal: journal)
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
    roster = try Roster(genesis: Envelope(parsing: founder.found(journal).bytes))
  }

  /// A member of the highest rank, with keys that nobody has.
  static func recovery() throws -> Member {
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 6, count: 32))
    return Member(
      rank: Member.recoveryRank, signingKey: SigningKey(key.publicKey),
      agreementKey: [UInt8](repeating: 9, count: Member.agreementKeyByteCount))
  }

  /// The records with which a member founds a journal.
  static func founding(_ founder: Member) throws -> [ControlRecord] {
    let epoch = Epoch(number: 1, identity: [UInt8](repeating: 5, count: 32))
    return ControlRecord.founding(founder: founder, recovery: try recovery(), epoch: epoch) {
      WrappedKey(
        epoch: 1, identity: epoch.identity, recipient: $0.device,
        encapsulatedKey: [UInt8](repeating: 1, count: WrappedKey.encapsulatedByteCount),
        ciphertext: [UInt8](repeating: 2, count: WrappedKey.ciphertextByteCount))
    }
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
    #expect(
      Set(roster.members.map(\.device))
        == [founder.member.device, second.member.device, try Self.recovery().device])
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
    #expect(roster.members.count == 2)
  }

  @Test("a genesis must begin with its own author [AW-SEAL-13]")
  func foreignGenesis() throws {
    var author = Author()
    let stranger = Author()
    let envelope = try author.found(
      journal, [.member(stranger.member)] + Self.founding(author.member))
    #expect(throws: EnvelopeFailure(layer: .semantic, what: "founder")) {
      try Roster(genesis: envelope)
    }
    var second = Author()
    _ = try second.write([], journal: journal)
    let late = try second.found(journal)
    #expect(throws: EnvelopeFailure(layer: .semantic, what: "genesis")) {
      try Roster(genesis: late)
    }
  }

  @Test("a genesis of other records than the five founds nothing [AW-SEAL-26]")
  func otherRecords() throws {
    var author = Author()
    let whole = try Self.founding(author.member)
    let later = ControlRecord.unknown(tag: 900, bytes: [1])
    let roster = try Roster(genesis: author.found(journal, whole + [later]))
    #expect(roster.members.count == 2 && roster.wrappedKeys.count == 2)
    for place in whole.indices {
      for records in [
        Array(whole[..<place]) + whole[(place + 1)...], Array(whole[...place]) + whole[place...],
      ] {
        var author = author
        author.last = nil
        let genesis = try author.found(journal, records)
        #expect(throws: EnvelopeFailure.self, "record \(place)") { try Roster(genesis: genesis) }
      }
    }
  }

  @Test("the order in which admissions come does not matter [AW-SEAL-27]")
  mutating func anyOrder() throws {
    var second = Author()
    let crowd = [second.member] + (0..<253).map { _ in Author().member }
    try roster.admit(
      founder.write(ControlRecord.encode(crowd.map(ControlRecord.member)), journal: journal))
    #expect(roster.members.count == Limits.members && !roster.hasRoom)
    let one = try founder.write(ControlRecord.encode([.member(Author().member)]), journal: journal)
    let other = try second.write(ControlRecord.encode([.member(Author().member)]), journal: journal)
    var turned = roster
    for envelope in [one, other] { try roster.admit(envelope) }
    for envelope in [other, one] { try turned.admit(envelope) }
    #expect(Set(roster.members) == Set(turned.members) && roster.members.count == 258)
  }

  @Test("a fold takes everyone who was let in [AW-SEAL-27] [AW-ENC-12]")
  mutating func everyone() throws {
    let crowd = (0..<600).map { _ in ControlRecord.member(Author().member) }
    try roster.admit(founder.write(ControlRecord.encode(Array(crowd[..<300])), journal: journal))
    try roster.admit(founder.write(ControlRecord.encode(Array(crowd[300...])), journal: journal))
    #expect(roster.members.count == 602 && !roster.hasRoom)
  }

  @Test("an envelope of an unknown kind is verified and changes nothing")
  mutating func unknownKind() throws {
    let stranger = Author()
    let envelope = try founder.write(
      ControlRecord.encode([.member(stranger.member)]), journal: journal,
      kind: EnvelopeKindCode(rawValue: 99))
    try roster.admit(Envelope(parsing: envelope.bytes))
    #expect(roster.members.count == 2)
  }

  @Test("epochs and wrapped keys beyond the bounds are passed over, members are not [AW-SEAL-35]")
  mutating func bounds() throws {
    let epochs = (0..<UInt32(Limits.readEpochs + 5)).map { number in
      ControlRecord.epoch(Epoch(number: number + 2, identity: [UInt8](repeating: 7, count: 32)))
    }
    let second = Author()
    let page = epochs + [.member(second.member)]
    try roster.admit(founder.write(ControlRecord.encode(page), journal: journal))
    try roster.admit(founder.write(ControlRecord.encode(page), journal: journal))
    #expect(roster.epochs.count == Limits.readEpochs)
    #expect(roster.member(second.member.device) != nil)
    var other = Author()
    var lean = try Roster(genesis: other.found(journal), keepsKeys: false)
    try lean.admit(other.write(ControlRecord.encode(page), journal: journal))
    #expect(lean.epochs.isEmpty && lean.wrappedKeys.isEmpty && lean.members.count == 3)
  }
}
