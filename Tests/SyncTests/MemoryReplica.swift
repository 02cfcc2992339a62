import AfterwitEncoding
import AfterwitRelayContract
import AfterwitSync
import AfterwitWire
import Crypto

/// A device's store in memory, written from the words of `Replica`.
actor MemoryReplica: Replica {
  nonisolated let request: ChallengeRequest
  private(set) var author: TestMember
  private(set) var state: RelayState
  private(set) var order: [EnvelopeID] = []
  private(set) var admissions = 0
  private var envelopes: [EnvelopeID: Envelope] = [:]
  private var roster: Roster
  private let genesisBytes: [UInt8]
  private var chain: [[UInt8]] = []
  /// What the relay was known to hold.
  private var known = Heads()

  /// A device as founding or joining leaves it: it holds what tells that it is a member.
  init(
    author: TestMember, genesis bytes: [UInt8], controls: [[UInt8]] = [],
    state: RelayState = RelayState()
  ) throws {
    self.author = author
    self.state = state
    request = author.request
    genesisBytes = bytes
    let genesis = try Envelope(parsing: bytes)
    roster = try Roster(genesis: genesis)
    envelopes[genesis.id] = genesis
    order = [genesis.id]
    for control in controls {
      let envelope = try Envelope(parsing: control)
      try roster.admit(envelope)
      envelopes[envelope.id] = envelope
      order.append(envelope.id)
    }
  }

  /// Everything held, by id.
  var held: Set<EnvelopeID> { Set(order) }

  /// Writes changes, as a person does offline.
  @discardableResult
  func write(_ count: Int = 1, bytes: Int = 40) throws -> [[UInt8]] {
    try (0..<count).map { index in
      let payload = [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: bytes)
      return try keep(try author.write(payload: payload))
    }
  }

  /// Writes an envelope of another kind.
  func write(kind: EnvelopeKindCode) throws { try keep(try author.write(kind: kind, payload: [1])) }

  /// Admits a member.
  @discardableResult
  func admit(_ member: Member) throws -> [UInt8] { try keep(try author.admit(member)) }

  /// Goes on from another state of the same author: what a restored backup does.
  func resume(as author: TestMember) { self.author = author }

  @discardableResult
  private func keep(_ bytes: [UInt8]) throws -> [UInt8] {
    let envelope = try Envelope(parsing: bytes)
    try roster.admit(envelope)
    envelopes[envelope.id] = envelope
    order.append(envelope.id)
    return bytes
  }

  func sign(_ bytes: [UInt8]) throws -> [UInt8] { Array(try author.key.signature(for: bytes)) }
  func relayState() -> RelayState { state }
  func remember(_ state: RelayState) { self.state = state }
  func genesis() -> [UInt8] { genesisBytes }
  func held(among ids: Set<EnvelopeID>) -> Set<EnvelopeID> { ids.intersection(envelopes.keys) }

  func heads() -> Heads {
    let continued = Set(envelopes.values.map(\.header.previous))
    var heads = Heads()
    for (id, envelope) in envelopes where !continued.contains(id) {
      heads.tips[envelope.header.device, default: []].append(
        Heads.Tip(number: envelope.header.number, id: id))
    }
    heads.tips = heads.tips.mapValues { $0.sorted() }
    return heads
  }

  /// Takes these control envelopes for what shows that this device is a member.
  func introduce(by envelopes: [[UInt8]]) { chain = envelopes }

  func introduction() -> [[UInt8]] { chain }

  func lacking(_ relay: Heads) -> Lacking {
    let now = covered(by: relay)
    let pending = order.filter { !now.contains($0) }
    let before = covered(by: known)
    var undecided = Set(
      relay.tips.filter { $0.value.contains { envelopes[$0.id] == nil } }.keys)
    var lost: [EnvelopeID: DeviceID] = [:]
    for id in pending where before.contains(id) {
      guard let author = envelopes[id]?.header.device, !undecided.contains(author) else { continue }
      lost[id] = author
    }
    undecided.formUnion(lost.values)
    let kept = known.tips.filter { undecided.contains($0.key) }
    known.tips = relay.tips.filter { !undecided.contains($0.key) }
      .merging(kept) { $1 }
    return Lacking(pending: pending, lost: lost)
  }

  private func covered(by relay: Heads) -> Set<EnvelopeID> {
    var covered: Set<EnvelopeID> = []
    for tip in relay.tips.values.joined() {
      var id = tip.id
      while let envelope = envelopes[id], covered.insert(id).inserted {
        id = envelope.header.previous
      }
    }
    return covered
  }

  func bytes(of ids: [EnvelopeID], within limit: Int) -> [[UInt8]] {
    var size = 0
    var page: [[UInt8]] = []
    for bytes in ids.compactMap({ envelopes[$0]?.bytes }) {
      size += Page.byteCount(of: bytes)
      guard page.isEmpty || size <= limit else { break }
      page.append(bytes)
    }
    return page
  }

  func incoming(_ envelopes: [[UInt8]]) -> [IncomingEnvelope] {
    envelopes.map { IncomingEnvelope($0, roster: nil) }
  }

  func admit(
    _ page: [IncomingEnvelope], remembering state: RelayState, while hasTime: @Sendable () -> Bool
  ) throws -> Admission {
    admissions += 1
    self.state = state
    var admission = Admission()
    var rest: [Envelope] = []
    for incoming in page {
      guard let envelope = incoming.envelope, envelope.header.journal == roster.journal else {
        admission.malformed += 1
        continue
      }
      rest.append(envelope)
    }
    var count = rest.count + 1
    while rest.count < count {
      count = rest.count
      rest = try rest.filter { try !take($0, &admission) }
    }
    for envelope in rest {
      if roster.member(envelope.header.device) == nil {
        admission.strangers.insert(envelope.id)
      } else {
        admission.gaps.insert(envelope.header.device)
      }
    }
    return admission
  }

  /// Whether the envelope needs no second look.
  private func take(_ envelope: Envelope, _ admission: inout Admission) throws -> Bool {
    let header = envelope.header
    if envelopes[envelope.id] != nil {
      admission.alreadyHeld += 1
      return true
    }
    guard roster.member(header.device) != nil else { return false }
    guard (try? roster.verify(envelope)) != nil else {
      admission.forged.insert(envelope.id)
      return true
    }
    guard header.number == 1 || envelopes[header.previous] != nil else { return false }
    let begins = envelopes.values.contains {
      $0.header.device == header.device && $0.header.previous == header.previous
    }
    if begins { admission.forkedDevices.insert(header.device) }
    try keep(envelope.bytes)
    if [.change, .control].contains(header.kind) {
      admission.admitted += 1
    } else {
      admission.unknown += 1
    }
    return true
  }
}
