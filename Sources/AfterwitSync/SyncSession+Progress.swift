internal import AfterwitEncoding
internal import AfterwitWire

extension SyncSession {
  /// What a session must know of its own past to be sure to end.
  struct Progress: Sendable {
    /// How many comparisons with new heads there were.
    var rounds = 0
    /// How often it logged in after a refused token.
    var renewals = 0
    /// How many of the last pages, in a row, held nothing genuine.
    var barrenPages = 0
    /// How many of the last pages, in a row, held nothing new.
    var stalePages = 0
    /// Whether the code was refused; one more login then tells whether it had worked before.
    var codeWasRefused = false
    /// The code with which to bring the journal, and its genesis, once both were found.
    var founding: (code: String, genesis: [UInt8])?
    /// What shows that this device is a member, if it was needed.
    var introduction: [[UInt8]]?
    /// The longest page to push, in bytes; halved when the relay finds it too large.
    var pageLimit = Limits.page
    /// Tips fetched in vain, each with the count of new envelopes by then; `Int.max` after a
    /// forgery.
    var fetchedInVain: [EnvelopeID: Int] = [:]
    /// Envelopes that the relay has answered for: stored, held, or refused.
    var answered: Set<EnvelopeID> = []
    /// How often each envelope was sent that the relay could not place yet.
    var postponed: [EnvelopeID: Int] = [:]
    /// How many envelopes came and are held now, those included that only say what a device holds.
    var gained = 0
    /// What the relay lacked at the last comparison that only says what a device holds.
    var acknowledgements: Set<EnvelopeID> = []
    var forged: Set<EnvelopeID> = []
    var malformed = 0
    var strangers: Set<EnvelopeID> = []
    /// What the relay had held and lacked at the last comparison, with its author.
    var lost: [EnvelopeID: DeviceID] = [:]
    /// What the relay had lost and holds again, with its author.
    var restored: [EnvelopeID: DeviceID] = [:]
  }

  /// Counts an admission.
  mutating func tally(_ admission: Admission) {
    progress.gained += admission.new
    report.pulled += admission.new - admission.acknowledgements
    report.alreadyHeld += admission.alreadyHeld
    report.waiting += admission.waiting
    report.unknown += admission.unknown
    report.forkedDevices.formUnion(admission.forkedDevices)
    progress.malformed += admission.malformed
    progress.forged.formUnion(admission.forged)
    progress.strangers.formUnion(admission.strangers)
  }

  /// Notes what the relay has lost, what of that it holds again, and how much waits here.
  mutating func note(_ lacking: Lacking) {
    let pending = Set(lacking.pending)
    for (id, author) in progress.lost where !pending.contains(id) {
      progress.restored[id] = author
    }
    progress.lost = lacking.lost
    progress.acknowledgements = lacking.acknowledgements
    report.waiting = lacking.waiting
  }

  /// Notes the generation of an answer; `true` if it differs from a remembered one.
  mutating func note(_ generation: Generation) -> Bool {
    report.generation = generation
    guard memory.generation != generation else { return false }
    let isChange = memory.generation != nil
    report.generationChanged = report.generationChanged || isChange
    memory.generation = generation
    memory.cursor = nil
    return isChange
  }

  /// Goes on with the step that waited for the store.
  mutating func take(_ step: Step) -> Effect {
    switch step {
    case .exchange: exchange()
    case .settle(let view, let comparison): push(view, comparison)
    case .push(let push): next(push)
    case .challengeAgain: challenge()
    }
  }

  /// Remembers the relay's state, then takes the step.
  mutating func remember(then step: Step) -> Effect {
    state = .remembering(step)
    return .remember(memory)
  }

  /// Ends because nothing more can be done in either direction.
  mutating func finish() -> Effect {
    if report.pullFailure != nil || report.pushFailure != nil { return end(.interrupted) }
    return end(report.pending == 0 && report.missing == 0 ? .agreed : .disagreed)
  }

  /// Ends with an outcome and the final figures.
  mutating func end(_ outcome: SyncReport.Outcome) -> Effect {
    state = .ended
    report.outcome = outcome
    report.restored = progress.restored.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    report.forged = progress.malformed + progress.forged.union(progress.strangers).count
    return .end(report)
  }
}
