import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitWire
import Crypto

/// A device that writes envelopes without any of the journal's own machinery.
struct TestDevice {
  let key: Curve25519.Signing.PrivateKey
  let journal: JournalID
  private(set) var last: (number: UInt64, id: EnvelopeID) = (0, .zero)

  init(journal: JournalID, from random: inout SeededGenerator) throws {
    key = try Curve25519.Signing.PrivateKey(rawRepresentation: random.bytes(32))
    self.journal = journal
  }

  var signingKey: SigningKey { SigningKey(key.publicKey) }
  var id: DeviceID { signingKey.device }
  var member: Member {
    Member(
      rank: Member.deviceRank, signingKey: signingKey,
      agreementKey: [UInt8](repeating: 7, count: Member.agreementKeyByteCount))
  }

  /// The next envelope of the log: a sealed change as the relay sees one, or another kind.
  mutating func write(
    _ payload: [UInt8], kind: EnvelopeKindCode = .change
  ) throws -> Envelope {
    let envelope = try envelope(
      payload, kind: kind, number: last.number + 1, previous: last.id)
    last = (last.number + 1, envelope.id)
    return envelope
  }

  /// An envelope at a place of the caller's choice; the log does not move.
  func envelope(
    _ payload: [UInt8], kind: EnvelopeKindCode = .change, number: UInt64, previous: EnvelopeID,
    journal other: JournalID? = nil
  ) throws -> Envelope {
    let isControl = kind == .control
    let filler = [UInt8](repeating: isControl ? 0 : 9, count: 32)
    let header = EnvelopeHeader(
      kind: kind, journal: other ?? journal, device: id, number: number, previous: previous,
      epoch: isControl ? 0 : 1, salt: filler, commitment: filler,
      payloadLength: UInt32(payload.count), payloadHash: Array(SHA256.hash(data: payload)))
    return try Envelope.signed(header: header, payload: payload, key: key)
  }

  /// The answer to a challenge.
  func login(_ challenge: Challenge, for request: ChallengeRequest) throws -> LoginRequest {
    let signature = try key.signature(for: challenge.loginBytes(for: request))
    return LoginRequest(request: request, nonce: challenge.nonce, signature: Array(signature))
  }
}

/// A journal with its founder, as the first device has just made it.
struct TestJournal {
  var random: SeededGenerator
  let id: JournalID
  var founder: TestDevice
  let genesis: Envelope

  init(seed: UInt64 = testSeed) throws {
    random = SeededGenerator(seed: seed)
    id = try JournalID(random.bytes(16)).required()
    founder = try TestDevice(journal: id, from: &random)
    genesis = try founder.write(
      ControlRecord.encode([.member(founder.member)]), kind: .control)
  }

  /// A device that nobody admitted yet.
  mutating func newDevice() throws -> TestDevice {
    try TestDevice(journal: id, from: &random)
  }

  /// The founder's admission of a device.
  mutating func admission(of device: TestDevice) throws -> Envelope {
    try founder.write(ControlRecord.encode([.member(device.member)]), kind: .control)
  }

  /// What a sealed payload looks like from outside.
  mutating func payload(_ count: Int = 272) -> [UInt8] { random.bytes(count) }

  /// The founder's next change.
  mutating func change(_ count: Int = 272) throws -> Envelope {
    let payload = payload(count)
    return try founder.write(payload)
  }
}

/// The seed of a run; a failure repeats with `AFTERWIT_SEED=… swift test --filter RelayTests`.
let testSeed = Effort.seed ?? 0xA57

extension SeededGenerator {
  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
  }
}

/// A value that a test needed and did not get.
struct Missing: Error {}

extension Optional {
  func required() throws -> Wrapped {
    guard let self else { throw Missing() }
    return self
  }
}
