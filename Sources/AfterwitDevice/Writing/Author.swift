internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

/// Makes this device's own envelopes in one transaction: each is the next in its log and sealed
/// once.
struct Author {
  /// The identity to write under; it was read in this transaction, and nobody else uses it.
  let identity: Identity
  let environment: Environment
  let transaction: Transaction

  /// The author of this device; takes a new identity first if another writes under the old one.
  /// - Throws: ``DeviceFailure/writing(_:)`` while this home is restored, and no device.
  init(environment: Environment, transaction: Transaction) throws {
    try transaction.requireDevice()
    identity = try Succession(environment: environment, transaction: transaction).performIfNeeded()
    self.environment = environment
    self.transaction = transaction
  }

  /// Records one change, made on `version`, and merges it; returns its envelope.
  /// - Throws: ``SealingFailure/tooLarge(bytes:)``; ``DeviceFailure/writing(_:)``.
  @discardableResult
  func record(_ blocks: [Change.Block], on version: [EnvelopeID]) throws -> EnvelopeID {
    let version = try folded(version)
    guard let epoch = try heldKey() ?? newKey() else {
      throw try transaction.property(.pendingRejoin) == nil
        ? DeviceFailure.writing(.noKey) : DeviceFailure.membership(.rejoining)
    }
    let (envelope, body) = try sealed(blocks, on: version, under: epoch)
    try transaction.insertOwn(envelope)
    var ledger = try Ledger(transaction)
    let outcome = try ledger.apply(envelope.header, id: envelope.id, body: body)
    guard outcome == .applied else { throw DeviceFailure.writing(.unfit) }
    try ledger.finish()
    try takeOut(ledger.twins)
    return envelope.id
  }

  /// A change that is the next in this device's log, and its body; nothing is stored.
  func sealed(
    _ blocks: [Change.Block], on version: [EnvelopeID], under epoch: EpochKey
  ) throws -> (envelope: Envelope, body: [UInt8]) {
    let tip = try transaction.writingTip(of: identity.device)
    let change = Change(
      timestamp: try stampNow(),
      followsPredecessor: tip.map { version.contains($0.id) } ?? false,
      parents: version.filter { $0 != tip?.id }, blocks: blocks)
    let envelope = try Sealer.seal(
      body: change.body, journal: identity.journal, number: (tip?.number ?? 0) + 1,
      previous: tip?.id ?? .zero, epoch: epoch, keys: identity.keys,
      randomness: environment.randomBytes(Sealer.randomByteCount))
    return (envelope, change.body)
  }

  /// The time of a change that is made now; a jump of the clock is noted.
  private func stampNow() throws -> Timestamp {
    let now = environment.nowMilliseconds()
    let last = try transaction.lastTimestamp(of: identity.device)
    try transaction.noteClockJump(after: last, now: now)
    var clock = AuthorClock(last: last)
    return clock.next(now: now)
  }

  /// The same version, with few enough heads for a change to name them all.
  ///
  /// However many heads there are, it must be possible to write. So heads beyond the limit are
  /// joined by changes that write the device's name once more, which changes nothing that is shown.
  private func folded(_ version: [EnvelopeID]) throws -> [EnvelopeID] {
    var version = version
    while version.count > Change.parentLimit {
      let key = FieldKey(entry: .journal, field: .name(of: identity.device))
      let name = try transaction.deviceNames()[identity.device] ?? ""
      let join = try record(
        [Change.Block(key: key, operations: .register(name))],
        on: Array(version.prefix(Change.parentLimit)))
      version = version.dropFirst(Change.parentLimit) + [join]
    }
    return version
  }

  /// Records a control envelope.
  func record(_ records: [ControlRecord]) throws -> EnvelopeID {
    try transaction.record(records, as: identity)
  }
}
