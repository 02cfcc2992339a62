internal import AfterwitEncoding
internal import AfterwitWire

/// A journal inside a writing transaction: its end and its members, as of the last envelope.
///
/// An admission counts for the envelopes after it in the same page.
struct JournalState: Sendable {
  /// Where the order ends.
  private(set) var journal: StoredJournal
  /// Who may write.
  private(set) var roster: Roster

  init(
    of id: JournalID, in transaction: any RelayTransaction, rosters: RosterCache
  ) throws {
    journal = try transaction.known(id)
    roster = try rosters.roster(of: journal, in: transaction)
  }

  /// Appends a page in its order.
  mutating func append(
    _ envelopes: [[UInt8]], in transaction: any RelayTransaction
  ) throws -> AppendAnswer {
    let before = journal.end
    var outcomes: [AppendOutcome] = []
    for bytes in envelopes {
      outcomes.append(try append(bytes, in: transaction))
    }
    return AppendAnswer(
      outcomes: outcomes, before: before, after: journal.end,
      heads: try transaction.heads(of: journal))
  }

  private mutating func append(
    _ bytes: [UInt8], in transaction: any RelayTransaction
  ) throws -> AppendOutcome {
    guard let envelope = try? Envelope(parsing: bytes) else { return .refused(.malformed) }
    let header = envelope.header
    guard header.journal == journal.id else { return .refused(.journal) }
    if try transaction.holds(envelope.id) { return .alreadyHeld }
    guard roster.members[header.device] != nil else { return .refused(.member) }
    guard (try? roster.verify(envelope)) != nil else { return .refused(.signature) }
    guard try follows(header, in: transaction) else { return .refused(.gap) }
    guard try hasRoom(for: header, in: transaction) else { return .refused(.tips) }
    var admitted = roster
    guard (try? admitted.fold(verified: envelope)) != nil else { return .refused(.malformed) }
    let held = try transaction.prefix(by: header.device, number: header.number, in: journal)
    journal = try transaction.insert(envelope, in: journal)
    roster = admitted
    return held.map { .forked(held: $0) } ?? .stored
  }

  /// Whether the envelope before this one is held, and has the number before.
  private func follows(
    _ header: EnvelopeHeader, in transaction: any RelayTransaction
  ) throws -> Bool {
    if header.number == 1 { return true }
    return try transaction.number(of: header.previous, by: header.device, in: journal)
      == header.number - 1
  }

  /// Whether this envelope goes on from a tip, or its device may have one tip more.
  private func hasRoom(
    for header: EnvelopeHeader, in transaction: any RelayTransaction
  ) throws -> Bool {
    let tips = try transaction.tips(of: header.device, in: journal)
    return tips.count < Limits.tips || tips.contains { $0.id == header.previous }
  }
}
