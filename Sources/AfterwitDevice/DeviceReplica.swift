internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

/// The device as a session sees it.
struct DeviceReplica: Replica {
  let store: Store
  let identity: Identity
  let environment: Environment

  init(_ device: Device) {
    store = device.store
    identity = device.identity
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
        code: try transaction.property(.relayCode).map { String(decoding: $0, as: UTF8.self) })
    }
  }

  func remember(_ state: RelayState) throws {
    try store.write { transaction in try transaction.remember(state) }
  }

  func genesis() throws -> [UInt8] {
    try store.read { transaction in try transaction.envelopeBytes(identity.genesis) ?? [] }
  }

  func heads() throws -> Heads {
    try store.read { transaction in try transaction.heads() }
  }

  func held(among ids: Set<EnvelopeID>) throws -> Set<EnvelopeID> {
    try store.read { transaction in
      try ids.filter { try transaction.standing(of: $0) != nil }
    }
  }

  func lacking(_ relay: Heads) throws -> [EnvelopeID] {
    try store.write { transaction in
      var builder = ByteBuilder()
      relay.encode(into: &builder)
      try transaction.setProperty(.relayHeads, to: builder.bytes)
      return try transaction.envelopesLacking(in: relay)
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

  func admit(_ envelopes: [[UInt8]], remembering state: RelayState) throws -> Admission {
    try store.write { transaction in
      var admitter = try Admitter(
        transaction, identity: identity, now: environment.nowMilliseconds())
      let admission = try admitter.admit(envelopes)
      try transaction.remember(state)
      let author = Author(identity: identity, environment: environment, transaction: transaction)
      let removal = try TwinRemoval(transaction: transaction).blocks(for: admitter.twins)
      if !removal.isEmpty { try author.record(removal, on: try transaction.frontierIDs()) }
      return admission
    }
  }
}

extension Transaction {
  func remember(_ state: RelayState) throws {
    try setProperty(.relayGeneration, to: state.generation?.bytes)
    try setProperty(.relayCursor, to: state.cursor.map { Array($0.text.utf8) })
    try setProperty(.relayToken, to: state.token?.bytes)
    try setProperty(.relayCode, to: state.code.map { Array($0.utf8) })
  }

  /// The heads that the relay last told; none before the first session.
  func relayHeads() throws -> Heads {
    guard let bytes = try property(.relayHeads) else { return Heads() }
    var cursor = ByteCursor(bytes)
    return try Heads(decoding: &cursor)
  }

  /// What is held and not covered by a relay's heads, in the order of admission: parents first.
  ///
  /// A relay's tip that is held covers its log up to it; one that is not held covers nothing.
  func envelopesLacking(in relay: Heads) throws -> [EnvelopeID] {
    var lacking: [LogEntry] = []
    for (device, ours) in try heads().tips {
      let theirs = Set(relay.tips[device] ?? [])
      let missing = ours.filter { !theirs.contains($0) }
      guard !missing.isEmpty else { continue }
      if ours.count == 1 {
        let covered = try theirs.filter { try standing(of: $0.id) != nil }.map(\.number).max()
        lacking += try log(of: device, from: (covered ?? 0) + 1)
      } else {
        lacking += try forkedLog(of: device, notCoveredBy: theirs.map(\.id))
      }
    }
    return lacking.sorted { $0.sequence < $1.sequence }.map(\.id)
  }

  private func forkedLog(
    of device: DeviceID, notCoveredBy tips: [EnvelopeID]
  ) throws -> [LogEntry] {
    let log = try log(of: device, from: 1)
    var previous: [EnvelopeID: EnvelopeID] = [:]
    for entry in log {
      guard let bytes = try envelopeBytes(entry.id) else { continue }
      previous[entry.id] = try Envelope(parsing: bytes).header.previous
    }
    var covered: Set<EnvelopeID> = []
    for tip in tips {
      var next: EnvelopeID? = previous[tip] == nil ? nil : tip
      while let id = next, covered.insert(id).inserted {
        next = previous[id].flatMap { previous[$0] == nil ? nil : $0 }
      }
    }
    return log.filter { !covered.contains($0.id) }
  }
}
