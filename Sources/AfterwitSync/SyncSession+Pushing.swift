internal import AfterwitEncoding
internal import AfterwitWire

// What the relay lacks is pushed in pages, ancestors first.
extension SyncSession {
  /// The envelopes still to be pushed.
  struct Push: Sendable {
    var ids: ArraySlice<EnvelopeID>
    /// The relay's heads by its last answer.
    var heads: Heads
    /// Whether others have appended meanwhile, so that the cursor must be followed again.
    var othersAppended = false
  }

  mutating func push(_ view: RelayView, _ comparison: Comparison) -> Effect {
    let ids = comparison.lacking.pending.filter {
      !progress.answered.contains($0) && !comparison.lacking.unsendable.contains($0)
    }
    guard !ids.isEmpty, report.pushFailure == nil else { return finish() }
    return next(Push(ids: ids[...], heads: view.heads))
  }

  mutating func next(_ push: Push) -> Effect {
    guard push.ids.isEmpty else {
      state = .reading(push)
      return .read(Array(push.ids.prefix(Limits.pageCount)), within: progress.pageLimit)
    }
    guard report.pullFailure == nil, push.othersAppended || memory.cursor == nil else {
      return compare(RelayView(heads: push.heads))
    }
    return exchange()
  }

  mutating func append(_ envelopes: [[UInt8]], of push: Push) -> Effect {
    precondition((1...push.ids.count).contains(envelopes.count), "a page of what was asked for")
    guard let token = memory.token else { return challenge() }
    let bytes = envelopes.reduce(0) { $0 + Page.byteCount(of: $1) }
    state = .pushing(push, count: envelopes.count, bytes: bytes)
    return .append(envelopes, as: token)
  }

  mutating func handle(
    _ answer: AppendAnswer, of push: Push, count: Int, in generation: Generation
  ) -> Effect {
    _ = note(generation)
    var push = push
    guard answer.outcomes.count == count else {
      return handle(
        .notARelay("it answered for \(answer.outcomes.count) envelopes of \(count)"),
        of: push, count: count, bytes: 0)
    }
    for (id, outcome) in zip(push.ids, answer.outcomes) {
      tally(outcome, of: id)
    }
    push.ids.removeFirst(count)
    push.heads = answer.heads
    // What else it lacks would not fit either, and would be sent for nothing.
    if case .overQuota = report.pushFailure { push.ids = [] }
    guard answer.before == memory.cursor else {
      push.othersAppended = true
      return next(push)
    }
    guard answer.after != memory.cursor else { return next(push) }
    memory.cursor = answer.after
    return remember(then: .push(push))
  }

  private mutating func tally(_ outcome: AppendOutcome, of id: EnvelopeID) {
    switch outcome {
    // A fork counts when the other branch itself has come, not because a relay claims it.
    case .stored, .forked:
      if !progress.acknowledgements.contains(id) { report.pushed += 1 }
    case .alreadyHeld: break
    case .overQuota(let use):
      report.pushFailure = .overQuota(use)
      progress.answered.insert(id)
      return
    case .refused(let reason):
      progress.postponed[id, default: 0] += 1
      guard progress.postponed[id] == reason.attempts else { return }
      report.declined += 1
      report.refusals[reason.told, default: 0] += 1
      progress.answered.insert(id)
      return
    }
    progress.answered.insert(id)
    if let author = progress.lost.removeValue(forKey: id) { progress.restored[id] = author }
    report.pending = report.pending.map { $0 - 1 }
  }

  /// Halves a page that is too large; anything else ends pushing, and pulling goes on.
  mutating func handle(
    _ failure: RelayFailure, of push: Push, count: Int, bytes: Int
  ) -> Effect {
    var push = push
    guard case .refused(.tooLarge, _) = failure else {
      report.pushFailure = failure
      let canPull = push.othersAppended && report.pullFailure == nil
      return canPull ? exchange() : finish()
    }
    if count > 1 {
      progress.pageLimit = max(1, bytes / 2)
    } else if let id = push.ids.popFirst() {
      progress.answered.insert(id)
      report.declined += 1
    }
    return next(push)
  }
}

extension AppendRefusal {
  /// How often an envelope is sent that is refused so: what others bring may make room for it.
  fileprivate var attempts: Int {
    switch self {
    case .tips: 4
    case .gap, .member: 2
    case .malformed, .signature, .journal: 1
    }
  }

  /// What a report says of it.
  fileprivate var told: SyncReport.Refusal {
    switch self {
    case .tips: .branches
    case .member: .author
    case .gap: .gap
    case .malformed, .signature, .journal: .damage
    }
  }
}
