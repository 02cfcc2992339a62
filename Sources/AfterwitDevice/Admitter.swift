internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

// Envelopes come from a relay that is trusted with nothing. Each is parsed, checked to be next in
// its log, checked against the roster, and only then opened and handed to the ledger. What waits
// for a parent is tried again when the parent has come, what waits for a key when a key has come.

/// Admits envelopes of unknown origin in one write transaction.
struct Admitter {
  private let identity: Identity
  private let transaction: Transaction
  private var ledger: Ledger
  private var roster: Roster?
  private var keyring: Keyring
  private var rosterGrew = false
  private var admission = Admission()

  init(_ transaction: Transaction, identity: Identity, now: UInt64) throws {
    self.identity = identity
    self.transaction = transaction
    ledger = try Ledger(transaction, now: now)
    roster = try transaction.roster(genesis: identity.genesis)
    keyring = try transaction.keyring()
  }

  /// Hunks in which two devices wrote the same, among what was admitted.
  var twins: [FieldKey: [TextConflict]] { ledger.twins }

  /// Admits what can be admitted, in whatever order it came, and counts the rest.
  mutating func admit(_ page: [IncomingEnvelope]) throws -> Admission {
    var pending = page.compactMap { incoming in
      incoming.envelope.map { (envelope: $0, isVerified: incoming.isVerified) }
    }
    admission.malformed += page.count - pending.count
    var isFirstPass = true
    while !pending.isEmpty {
      var left: [(envelope: Envelope, isVerified: Bool)] = []
      for (envelope, isVerified) in pending {
        if try !admit(envelope, isVerified: isVerified) { left.append((envelope, isVerified)) }
      }
      try retryWhatWaitsForKeys()
      guard left.count < pending.count || isFirstPass else { break }
      isFirstPass = false
      pending = left.sorted { $0.envelope.header.number < $1.envelope.header.number }
    }
    for envelope in pending.map(\.envelope) {
      if isStranger(envelope) {
        admission.strangers.insert(envelope.id)
      } else {
        admission.gaps.insert(envelope.header.device)
      }
    }
    try ledger.finish()
    return admission
  }

  /// Admits or refuses one envelope; `false` where it may be admitted after others have been.
  private mutating func admit(_ envelope: Envelope, isVerified: Bool) throws -> Bool {
    guard try transaction.standing(of: envelope.id) == nil else {
      admission.alreadyHeld += 1
      return true
    }
    guard envelope.header.journal == identity.journal else {
      admission.malformed += 1
      return true
    }
    guard !isStranger(envelope) else { return false }
    guard isVerified || isSignedByMember(envelope) else {
      admission.forged.insert(envelope.id)
      return true
    }
    if envelope.header.number > 1 {
      guard let previous = try transaction.logEntry(envelope.header.previous) else { return false }
      guard previous.device == envelope.header.device,
        previous.number + 1 == envelope.header.number
      else {
        admission.malformed += 1
        return true
      }
    }
    let device = envelope.header.device
    let branches = try transaction.tips(of: device).count
    try keep(envelope)
    if try branches > 0 && transaction.tips(of: device).count > branches {
      admission.forkedDevices.insert(device)
    }
    return true
  }

  private func isStranger(_ envelope: Envelope) -> Bool {
    guard let roster else { return envelope.id != identity.genesis }
    return roster.members[envelope.header.device] == nil
  }

  private func isSignedByMember(_ envelope: Envelope) -> Bool {
    guard let roster else { return (try? Roster(genesis: envelope)) != nil }
    return (try? roster.verify(envelope)) != nil
  }

  private mutating func keep(_ envelope: Envelope) throws {
    switch envelope.header.kind {
    case .change:
      try keepChange(envelope)
    case .control:
      let isUnderstood = fold(envelope)
      try transaction.insert(envelope, standing: isUnderstood ? .applied : .quarantined)
      admission.admitted += 1
      try openWhatWaits(for: envelope.id)
    default:
      try transaction.insert(envelope, standing: .unknown)
      admission.unknown += 1
      try openWhatWaits(for: envelope.id)
    }
  }

  private mutating func fold(_ envelope: Envelope) -> Bool {
    do throws(EnvelopeFailure) {
      if roster == nil {
        roster = try Roster(genesis: envelope)
      } else {
        try roster?.fold(verified: envelope)
      }
    } catch {
      return false
    }
    rosterGrew = true
    return true
  }

  private mutating func keepChange(_ envelope: Envelope) throws {
    try transaction.insert(envelope, standing: .waiting)
    let standing = try open(envelope)
    if standing == .waiting { admission.waiting += 1 } else { admission.admitted += 1 }
  }

  /// Opens and applies a change that is held, then what waited for it; gives its new standing.
  private mutating func open(_ envelope: Envelope) throws -> Standing {
    let standing = try openOne(envelope)
    if standing != .waiting { try openWhatWaits(for: envelope.id) }
    return standing
  }

  /// Opens what waited for an envelope, and what waited for that, without recursion.
  private mutating func openWhatWaits(for id: EnvelopeID) throws {
    var arrived = [id]
    while let parent = arrived.popLast() {
      for bytes in try transaction.envelopes(waitingFor: parent) {
        let envelope = try Envelope(parsing: bytes)
        if try openOne(envelope) != .waiting { arrived.append(envelope.id) }
      }
    }
  }

  private mutating func openOne(_ envelope: Envelope) throws -> Standing {
    let body: [UInt8]?
    do throws(OpeningFailure) {
      body = try Sealer.open(envelope, with: keyring)
    } catch {
      guard error != .unknownKey else { return .waiting }
      body = nil
    }
    switch try ledger.apply(envelope.header, id: envelope.id, body: body) {
    case .applied:
      try transaction.setStanding(.applied, of: envelope.id)
      return .applied
    case .missing(let parent):
      try transaction.setStanding(.waiting, missing: parent, of: envelope.id)
      return .waiting
    case .quarantined:
      try transaction.setStanding(.quarantined, of: envelope.id)
      return .quarantined
    }
  }

  private mutating func retryWhatWaitsForKeys() throws {
    guard rosterGrew, let roster else { return }
    rosterGrew = false
    keyring.learn(from: roster, with: identity.keys)
    try transaction.setProperty(.keyring, to: keyring.bytes)
    for bytes in try transaction.envelopesWaitingForKey() {
      let envelope = try Envelope(parsing: bytes)
      if try transaction.standing(of: envelope.id) == .waiting { _ = try open(envelope) }
    }
  }
}
