import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitHTTP
import AfterwitHousehold
import AfterwitSealing
import AfterwitStore
import AfterwitSync
import AfterwitText
import AfterwitWire
import Crypto
import Testing

@testable import AfterwitDevice

/// Three devices of one journal that hold the same, and their relay.
struct Trio: Sendable {
  let relay: LiveRelay
  let household: Household
  let desk: Device
  let attic: Device
  let shed: Device

  /// Runs a body with three devices that have all seen each other.
  static func with(_ body: @Sendable @escaping (Trio) async throws -> Void) async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        let attic = try await household.joiner("attic", invitedBy: desk, at: relay)
        let shed = try await household.joiner("shed", invitedBy: desk, at: relay)
        try await syncAll([desk, attic, shed], at: relay)
        try await body(
          Trio(relay: relay, household: household, desk: desk, attic: attic, shed: shed))
      }
    }
  }

  /// An honest relay brings all three to the same.
  func expectHealed(_ location: SourceLocation = #_sourceLocation) async throws {
    try await syncAll([desk, attic, shed], at: relay)
    try expectSame(desk, attic, location)
    try expectSame(desk, shed, location)
  }

  /// What all three show is what their envelopes give when everything is derived anew.
  func expectRebuilt(_ location: SourceLocation = #_sourceLocation) throws {
    for device in [desk, attic, shed] {
      let before = try device.status()
      try device.rebuild()
      #expect(try device.status() == before, sourceLocation: location)
    }
  }
}

/// A member that does as it likes: it has a device's keys and writes at the end of its log.
struct HostileMember: Sendable {
  let relay: LiveRelay
  let keys: DeviceKeys
  var journal: JournalID
  var epoch: EpochKey
  private let token: Token
  private let store: Store
  private(set) var tip: Heads.Tip
  private var lastControl: EnvelopeID?

  /// Takes over the device of a home; what it appends must go to the relay before the device
  /// writes again.
  init(_ name: String, of trio: Trio) throws {
    store = try Store(inFolder: trio.household.home(name).path)
    let taken = try store.read { transaction in
      (
        keys: try transaction.property(.deviceKeys), ring: try transaction.property(.keyring),
        token: try transaction.property(.relayToken), heads: try transaction.heads()
      )
    }
    let (secret, ring) = (try #require(taken.keys), try #require(taken.ring))
    let opened = try #require(taken.token)
    keys = try DeviceKeys(decoding: secret)
    let keyring = try Keyring(decoding: ring)
    epoch = try #require(keyring.keys.first)
    token = try #require(Token(opened))
    tip = try #require(taken.heads.tips[keys.device]?.max())
    journal = try trio.desk.status().journal
    relay = trio.relay
  }

  /// Signs a payload as the next envelope of the log, whatever its kind.
  mutating func sign(
    _ kind: EnvelopeKindCode, payload: [UInt8], like draft: EnvelopeHeader? = nil
  ) throws -> Envelope {
    let zeros = [UInt8](repeating: 0, count: 32)
    let header = EnvelopeHeader(
      kind: kind, journal: journal, device: keys.device, number: tip.number + 1, previous: tip.id,
      epoch: draft?.epoch ?? 0, salt: draft?.salt ?? zeros,
      commitment: draft?.commitment ?? zeros, payloadLength: UInt32(payload.count),
      payloadHash: Array(SHA256.hash(data: payload)))
    let signature = try keys.sign(Domain.signature.bytes + header.bytes)
    return next(Envelope(header: header, signature: signature, payload: payload))
  }

  /// Seals bytes as the next change of the log, whether or not they are the body of one.
  mutating func seal(_ body: [UInt8]) throws -> Envelope {
    next(try sealed(body))
  }

  /// Seals bytes as the next heads envelope of the log, whether or not they say anything.
  mutating func sealHeads(_ body: [UInt8]) throws -> Envelope {
    next(try sealed(body, kind: .heads))
  }

  /// Signs a change of the log that is damaged inside: its key is right and it does not open.
  mutating func sealDamaged(_ body: [UInt8]) throws -> Envelope {
    let whole = try sealed(body)
    return try sign(.change, payload: whole.payload.map { ~$0 }, like: whole.header)
  }

  /// Signs records as the next envelope of the log, behind what its device has seen.
  mutating func control(_ records: [ControlRecord]) throws -> Envelope {
    let seen = try store.read { transaction -> Seen in
      let (roster, _) = try transaction.membership()
      return roster.seen(
        by: keys.device, after: lastControl ?? roster.controlTips(of: keys.device).last ?? .zero)
    }
    let envelope = next(
      try ControlEnvelope.signed(
        [.seen(seen)] + records, journal: journal, number: tip.number + 1, previous: tip.id,
        keys: keys))
    lastControl = envelope.id
    return envelope
  }

  /// Brings envelopes to the relay, which stores them all; the home takes them for its own.
  func append(_ envelopes: [Envelope]) async throws {
    let answer = try await withHTTPRelay(at: relay.address) { http in
      try await http.append(envelopes.map(\.bytes), as: token)
    }
    #expect(answer.value.outcomes.allSatisfy { $0 == .stored })
    guard let last = envelopes.last else { return }
    try store.write { transaction in
      try transaction.setProperty(.ownTip, to: last.id.bytes)
    }
  }

  private func sealed(
    _ body: [UInt8], kind: EnvelopeKindCode = .change
  ) throws -> Envelope {
    try Sealer.seal(
      body: body, kind: kind, journal: journal, number: tip.number + 1, previous: tip.id,
      epoch: epoch,
      keys: keys, randomness: tip.id.bytes)
  }

  private mutating func next(_ envelope: Envelope) -> Envelope {
    tip = Heads.Tip(number: envelope.header.number, id: envelope.id)
    return envelope
  }
}

/// The body of a change that makes a mantra, for those who write it by hand.
func mantraBody(
  _ entry: EntryID, words: [TextOperation], follows: Bool = true, on parents: [EnvelopeID] = []
) -> [UInt8] {
  Change(
    timestamp: Timestamp(milliseconds: 1_800_000_000_000, counter: 1), followsPredecessor: follows,
    parents: parents,
    blocks: [
      Change.Block(
        key: FieldKey(entry: entry, field: .kind), operations: .register("mantra")),
      Change.Block(
        key: FieldKey(entry: entry, field: FieldName("words", family: .text)),
        operations: .text(words)),
    ]
  ).body
}

extension Household {
  /// Every envelope that the device of a home holds, in the order of admission.
  func envelopes(of name: String) throws -> [[UInt8]] {
    try Store(inFolder: home(name).path).read { transaction in
      var envelopes: [[UInt8]] = []
      try transaction.forEachEnvelope { envelopes.append($0) }
      return envelopes
    }
  }
}
