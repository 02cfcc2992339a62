internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

// Envelopes come from a relay that is trusted with nothing. Each is parsed, checked to be the next
// in its log, checked against the roster, and only then opened and handed to the ledger. An
// envelope that waits for a parent is tried again when the parent has come, and one that waits for
// a key when a key has come.

/// Admits envelopes of unknown origin in one write transaction.
struct Admitter {
  private let identity: Identity
  private let transaction: Transaction
  private var ledger: Ledger
  /// The roster, as far as its envelopes are admitted.
  private(set) var roster: Roster?
  private var keyring: Keyring
  private var rosterGrew = false
  private var admission = Admission()
  /// Whether any envelope waits for a parent.
  private var isParentMissing: Bool

  /// Those who are out, and up to where what they wrote is good.
  private var exclusions: Exclusions
  /// Whether something that is set aside may be good after all.
  private var isToSettle = false
  /// Whether something that has its effect must lose it.
  private var isToDeriveAnew = false

  /// - Parameter roster: the roster of all that will be admitted, where it is known beforehand.
  init(_ transaction: Transaction, identity: Identity, roster known: Roster? = nil) throws {
    self.identity = identity
    self.transaction = transaction
    ledger = try Ledger(transaction)
    roster = try known ?? transaction.roster(genesis: identity.genesis)
    exclusions = try Exclusions(of: roster, transaction: transaction)
    keyring = try transaction.keyring()
    isParentMissing = try transaction.isParentMissing()
  }

  /// Hunks of the admitted changes in which two devices wrote the same.
  ///
  /// None where everything was derived anew: they are told by places that are others now.
  var twins: [FieldKey: [TextConflict]] { isToDeriveAnew ? [:] : ledger.twins }

  /// Admits all envelopes that can be admitted, in whatever order they came, and counts the others.
  mutating func admit(_ envelopes: [IncomingEnvelope]) throws -> Admission {
    var pending = envelopes.compactMap { incoming in
      incoming.envelope.map { (envelope: $0, isVerified: incoming.isVerified) }
    }
    admission.malformed += envelopes.count - pending.count
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
    try settleWhatIsSetAside()
    try ledger.finish()
    if isToDeriveAnew { try transaction.deriveAnew(identity, areVerified: true) }
    return admission
  }

  /// Admits or refuses one envelope; `false` if it may yet be admitted after others.
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
    let isNext = try transaction.isNext(envelope.header)
    if !isNext, envelope.header.number > 1 {
      guard let previous = try transaction.logEntry(envelope.header.previous) else { return false }
      guard previous.device == envelope.header.device,
        previous.number + 1 == envelope.header.number
      else {
        admission.malformed += 1
        return true
      }
    }
    try keep(envelope)
    if !isNext { admission.forkedDevices.insert(envelope.header.device) }
    return true
  }

  private func isStranger(_ envelope: Envelope) -> Bool {
    guard let roster else { return envelope.id != identity.genesis }
    return !roster.knows(envelope.header.device)
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
      let isUnderstood = try fold(envelope)
      try transaction.insert(envelope, standing: isUnderstood ? .applied : .quarantined)
      admission.admitted += 1
      try openWhatWaits(for: envelope.id)
    case .heads:
      // Whether it can be opened is asked by who counts copies.
      try transaction.insert(envelope, standing: .applied)
      admission.acknowledgements += 1
      try openWhatWaits(for: envelope.id)
    default:
      try transaction.insert(envelope, standing: .unknown)
      admission.unknown += 1
      try openWhatWaits(for: envelope.id)
    }
  }

  private mutating func fold(_ envelope: Envelope) throws -> Bool {
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
    let excluded = roster?.membership.excluded ?? [:]
    if excluded != exclusions.excluded { try exclude() }
    return true
  }

  /// Takes note of who is out now; what of theirs has its effect and must not is taken out later.
  private mutating func exclude() throws {
    let before = exclusions.excluded
    exclusions = try Exclusions(of: roster, transaction: transaction)
    let new = exclusions.excluded.filter { before[$0.key] == nil && !$0.value.by.isEmpty }
    try transaction.add(Set(new.keys), to: .untoldExclusions)
    isToSettle = true
    if try exclusions.holdsWhatMustNot() { isToDeriveAnew = true }
  }

  /// Gives its effect to what was set aside and is good after all.
  private mutating func settleWhatIsSetAside() throws {
    guard isToSettle else { return }
    for bytes in try transaction.envelopesSetAside() {
      let envelope = try Envelope(parsing: bytes)
      guard try exclusions.isGood(envelope.header, id: envelope.id),
        try transaction.standing(of: envelope.id) == .setAside
      else { continue }
      if try settle(OpenedEnvelope(envelope, with: keyring)) != .waiting {
        try openWhatWaits(for: envelope.id)
      }
    }
  }

  private mutating func keepChange(_ envelope: Envelope) throws {
    // The end that a cut names makes what is before it good.
    if exclusions.excluded[envelope.header.device] != nil { isToSettle = true }
    guard try exclusions.isGood(envelope.header, id: envelope.id) || isBuiltOn(envelope.id) else {
      try transaction.insert(envelope, standing: .setAside)
      admission.admitted += 1
      return
    }
    let (standing, missing) = try apply(OpenedEnvelope(envelope, with: keyring))
    try transaction.insert(envelope, standing: standing, missing: missing)
    if standing == .waiting {
      admission.waiting += 1
    } else {
      admission.admitted += 1
      try openWhatWaits(for: envelope.id)
    }
  }

  /// Whether something that is good waits for a change, directly or not.
  private func isBuiltOn(_ id: EnvelopeID) throws -> Bool {
    guard isParentMissing else { return false }
    var parents = [id]
    var seen: Set<EnvelopeID> = [id]
    while let parent = parents.popLast() {
      for bytes in try transaction.envelopes(waitingFor: parent) {
        let waiting = try Envelope(parsing: bytes)
        if try exclusions.isGood(waiting.header, id: waiting.id) { return true }
        if seen.insert(waiting.id).inserted { parents.append(waiting.id) }
      }
    }
    return false
  }

  /// Opens the changes that waited for an envelope, and those that waited for them in turn.
  private mutating func openWhatWaits(for id: EnvelopeID) throws {
    guard isParentMissing else { return }
    var arrived = [id]
    while let parent = arrived.popLast() {
      for bytes in try transaction.envelopes(waitingFor: parent) {
        let opened = OpenedEnvelope(try Envelope(parsing: bytes), with: keyring)
        if try settle(opened) != .waiting { arrived.append(opened.envelope.id) }
      }
    }
  }

  /// Applies a change that is held already; returns its new standing.
  private mutating func settle(_ opened: OpenedEnvelope) throws -> Standing {
    let (standing, missing) = try apply(opened)
    if standing != .waiting || missing != nil {
      try transaction.setStanding(standing, missing: missing, of: opened.envelope.id)
    }
    return standing
  }

  /// Applies a change; returns its standing, and the parent it waits for, if any.
  private mutating func apply(
    _ opened: OpenedEnvelope
  ) throws -> (standing: Standing, missing: EnvelopeID?) {
    if case .failure(.unknownKey) = opened.body { return (.waiting, missing: nil) }
    let body = try? opened.body.get()
    switch try ledger.apply(opened.envelope.header, id: opened.envelope.id, body: body) {
    case .applied: return (.applied, missing: nil)
    case .missing(let parent) where try transaction.standing(of: parent) == .setAside:
      // Somebody in good standing built on it (AW-SEAL-42).
      isParentMissing = true
      guard let bytes = try transaction.envelopeBytes(parent) else { return (.waiting, parent) }
      let built = OpenedEnvelope(try Envelope(parsing: bytes), with: keyring)
      guard try settle(built) != .waiting else { return (.waiting, missing: parent) }
      try openWhatWaits(for: parent)
      return try apply(opened)
    case .missing(let parent):
      isParentMissing = true
      return (.waiting, missing: parent)
    case .quarantined: return (.quarantined, missing: nil)
    }
  }

  private mutating func retryWhatWaitsForKeys() throws {
    guard rosterGrew, let roster else { return }
    rosterGrew = false
    keyring.learn(from: roster, with: identity.keys)
    try transaction.setProperty(.keyring, to: keyring.bytes)
    try transaction.note(roster, holding: keyring)
    try OpenedEnvelope.forEach(of: transaction.envelopesWaitingForKey(), with: keyring) { opened in
      if try settle(opened) != .waiting { try openWhatWaits(for: opened.envelope.id) }
    }
  }
}
