internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire
internal import Synchronization

/// The device as a session sees it.
struct DeviceReplica: Replica {
  let store: Store
  let identity: Identity
  let environment: Environment
  let members = MembersAtHand()

  /// The device as it is now: a session keeps the identity that it began with.
  init(_ device: Device) throws {
    store = device.store
    identity = try store.read { transaction in try transaction.identity() }
    environment = device.environment
  }

  var request: ChallengeRequest {
    ChallengeRequest(journal: identity.journal, device: identity.device)
  }

  func sign(_ bytes: [UInt8]) throws -> [UInt8] {
    try identity.keys.sign(bytes)
  }

  func relayState() throws -> RelayState {
    try store.read { transaction in
      RelayState(
        generation: try transaction.property(.relayGeneration).flatMap(Generation.init),
        cursor: try transaction.property(.relayCursor).flatMap { bytes in
          RelayCursor(text: String(decoding: bytes, as: UTF8.self))
        },
        token: try transaction.property(.relayToken).flatMap(Token.init),
        relayKey: try transaction.property(.relayKey),
        code: try transaction.property(.relayCode).map { String(decoding: $0, as: UTF8.self) })
    }
  }

  func remember(_ state: RelayState) throws {
    try store.write { transaction in try transaction.remember(state) }
  }

  func genesis() throws -> [UInt8] {
    try store.read { transaction in try transaction.envelopeBytes(identity.genesis) ?? [] }
  }

  func introduction() throws -> [[UInt8]] {
    try store.read { transaction in
      try transaction.introduction(of: identity.device, genesis: identity.genesis)
    }
  }

  func heads() throws -> Heads {
    try store.read { transaction in try transaction.heads() }
  }

  func held(among ids: Set<EnvelopeID>) throws -> Set<EnvelopeID> {
    try store.read { transaction in
      try ids.filter { try transaction.standing(of: $0) != nil }
    }
  }

  func lacking(_ relay: Heads) throws -> Lacking {
    try store.write { transaction in
      try transaction.setHeads(relay, of: .relayHeads)
      let pending = try transaction.envelopesLacking(in: relay)
      let ids = pending.map(\.id)
      let damaged = try transaction.damaged(among: ids, genesis: identity.genesis)
      // What it means to go on is not known here, so nothing is sent.
      let isHeldBack = try transaction.needsNewerVersion()
      return Lacking(
        pending: ids, lost: try transaction.noteLost(among: pending, of: relay),
        damaged: damaged.alone, unsendable: isHeldBack ? Set(ids) : damaged.withSuccessors,
        acknowledgements: Set(pending.filter { $0.kind == .heads }.map(\.id)),
        waiting: try transaction.count(standing: .waiting))
    }
  }

  func bytes(of ids: [EnvelopeID], within limit: Int) throws -> [[UInt8]] {
    try store.read { transaction in
      var envelopes: [[UInt8]] = []
      var room = limit
      for id in ids.prefix(Limits.pageCount) {
        guard let bytes = try transaction.envelopeBytes(id) else { continue }
        room -= Page.byteCount(of: bytes)
        guard room >= 0 || envelopes.isEmpty else { break }
        envelopes.append(bytes)
      }
      return envelopes
    }
  }

  func incoming(_ envelopes: [[UInt8]]) async throws -> [IncomingEnvelope] {
    try await IncomingEnvelope.all(of: envelopes) {
      if let roster = members.roster { return roster }
      members.roster = try store.read { transaction in
        try transaction.roster(genesis: identity.genesis)
      }
      return members.roster
    }
  }
}
