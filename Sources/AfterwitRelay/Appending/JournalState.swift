internal import AfterwitEncoding
internal import AfterwitWire

/// A journal inside a writing transaction: its end, its tips and its members, as of the last
/// envelope.
///
/// An admission counts for the envelopes after it in the same page. The tips are read once and then
/// updated here, because each page is answered with all of them.
struct JournalState: Sendable {
  /// Where the order ends.
  private(set) var journal: StoredJournal
  /// Who may write.
  private(set) var roster: Roster
  /// The tips of every log.
  private(set) var heads: Heads
  /// Those who were shut out, whose sessions have ended.
  private(set) var ended: Set<DeviceID> = []
  private let quota: Quota

  init(
    of id: JournalID, in transaction: any RelayTransaction, rosters: RosterCache,
    quota general: Quota, now: UInt64
  ) throws {
    journal = try transaction.known(id)
    journal.lastStored = now
    quota = journal.quota.filled(from: general)
    roster = try rosters.roster(of: journal, in: transaction)
    heads = try rosters.heads(of: journal, in: transaction)
  }

  /// Appends a page in its order.
  mutating func append(
    _ envelopes: [IncomingEnvelope], in transaction: any RelayTransaction
  ) throws -> AppendAnswer {
    let before = journal.end
    var outcomes: [AppendOutcome] = []
    var endings = BranchEndings(of: envelopes)
    var reserve = ControlReserve(of: envelopes)
    for incoming in envelopes {
      outcomes.append(
        try append(incoming, endings: &endings, reserve: &reserve, in: transaction))
    }
    return AppendAnswer(outcomes: outcomes, before: before, after: journal.end, heads: heads)
  }

  private mutating func append(
    _ incoming: IncomingEnvelope, endings: inout BranchEndings, reserve: inout ControlReserve,
    in transaction: any RelayTransaction
  ) throws -> AppendOutcome {
    guard let envelope = incoming.envelope else { return .refused(.malformed) }
    let header = envelope.header
    guard header.journal == journal.id else { return .refused(.journal) }
    let isNext = isNext(header)
    if !isNext, try transaction.holds(envelope.id) { return .alreadyHeld }
    guard roster.knows(header.device) else { return .refused(.member) }
    guard incoming.isVerified || (try? roster.verify(envelope)) != nil else {
      return .refused(.signature)
    }
    var held: [UInt8]?
    if !isNext {
      guard try follows(header, in: transaction) else { return .refused(.gap) }
      guard hasRoom(for: envelope, endings: &endings) else { return .refused(.tips) }
      held = try transaction.prefix(by: header.device, number: header.number, in: journal)
    }
    if let use = quota.use(by: envelope, of: journal, reserve: &reserve) {
      return .overQuota(use)
    }
    // If what follows fails, the transaction does, and this state with it.
    if header.kind == .control {
      let excluded = roster.membership.excluded
      guard (try? roster.fold(verified: envelope)) != nil else { return .refused(.malformed) }
      for device in roster.membership.excluded.keys where excluded[device] == nil {
        try transaction.endSessions(of: device, in: journal.id)
        ended.insert(device)
      }
    }
    journal = try transaction.insert(envelope, in: journal)
    advanceTip(past: envelope)
    return held.map { .forked(held: $0) } ?? .stored
  }

  /// Whether this envelope goes on from the only tip of its log, as almost all do: then neither it
  /// nor another of its number is held.
  private func isNext(_ header: EnvelopeHeader) -> Bool {
    heads.tips[header.device] == [Heads.Tip(number: header.number &- 1, id: header.previous)]
  }

  private mutating func advanceTip(past envelope: Envelope) {
    let header = envelope.header
    var tips = heads.tips[header.device] ?? []
    tips.removeAll { $0.id == header.previous && $0.number == header.number - 1 }
    tips.append(Heads.Tip(number: header.number, id: envelope.id))
    heads.tips[header.device] = tips.sorted()
  }

  /// Whether the envelope before this one is held, and has the number before.
  private func follows(
    _ header: EnvelopeHeader, in transaction: any RelayTransaction
  ) throws -> Bool {
    if header.number == 1 { return true }
    return try transaction.number(of: header.previous, by: header.device, in: journal)
      == header.number - 1
  }

  /// Whether this envelope goes on from an open tip, or its device may have one more open at the
  /// end of the page.
  private func hasRoom(for envelope: Envelope, endings: inout BranchEndings) -> Bool {
    let open = (heads.tips[envelope.header.device] ?? []).map(\.id).filter { tip in
      !roster.admissions.contains(tip)
    }
    return open.contains(envelope.header.previous) || endings.closes(envelope, roster: roster)
      || open.count { !endings.isClosing($0) } < Limits.tips
  }
}
