public import AfterwitEncoding
public import AfterwitWire
public import Crypto

/// A member of a made-up journal that writes signed envelopes whose payloads mean nothing.
public struct TestMember: Sendable {
  /// The journal it writes to.
  public let journal: JournalID
  /// Its signing key.
  public let key: Curve25519.Signing.PrivateKey
  /// What a roster says of it.
  public let member: Member
  /// The number of its last envelope; 0 before the first.
  public private(set) var number: UInt64 = 0
  /// The id of its last envelope.
  public private(set) var previous = EnvelopeID.zero

  /// A member of a journal, all of whose keys come from `random`.
  public init(journal: JournalID, random: inout some RandomNumberGenerator) throws {
    self.journal = journal
    key = try Curve25519.Signing.PrivateKey(rawRepresentation: Self.bytes(32, &random))
    let agreementKey = Self.bytes(Member.agreementKeyByteCount, &random)
    member = Member(
      rank: Member.deviceRank, signingKey: SigningKey(key.publicKey), agreementKey: agreementKey)
  }

  private init(journal: JournalID, key: Curve25519.Signing.PrivateKey, member: Member) {
    self.journal = journal
    self.key = key
    self.member = member
  }

  /// One that says it is another, and signs with its own key.
  public static func posing(as other: TestMember, with own: TestMember) -> TestMember {
    TestMember(journal: other.journal, key: own.key, member: other.member)
  }

  /// The same device with the same keys, before its first envelope to another journal.
  public func moved(to journal: JournalID) -> TestMember {
    TestMember(journal: journal, key: key, member: member)
  }

  /// A new journal's id.
  public static func journal(random: inout some RandomNumberGenerator) -> JournalID {
    guard let journal = JournalID(bytes(16, &random)) else { preconditionFailure("16 bytes") }
    return journal
  }

  /// Random bytes.
  public static func bytes(
    _ count: Int, _ random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// Its id.
  public var device: DeviceID { member.device }

  /// The request its sessions start with.
  public var request: ChallengeRequest { ChallengeRequest(journal: journal, device: device) }

  /// Writes a control envelope that admits members.
  public mutating func admit(_ members: Member...) throws -> [UInt8] {
    let payload = ControlRecord.encode(members.map(ControlRecord.member))
    return try write(kind: .control, payload: payload)
  }

  /// Writes an envelope of any kind; the payload is taken as it is.
  public mutating func write(
    kind: EnvelopeKindCode = .change, payload: [UInt8]
  ) throws -> [UInt8] {
    let filler: UInt8 = kind == .control ? 0 : 0x44
    let header = EnvelopeHeader(
      kind: kind, journal: journal, device: device, number: number + 1, previous: previous,
      epoch: kind == .control ? 0 : 1, salt: [UInt8](repeating: filler, count: 32),
      commitment: [UInt8](repeating: filler, count: 32), payloadLength: UInt32(payload.count),
      payloadHash: Array(SHA256.hash(data: payload)))
    let envelope = try Envelope.signed(header: header, payload: payload, key: key)
    number += 1
    previous = envelope.id
    return envelope.bytes
  }
}
