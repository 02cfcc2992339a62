internal import AfterwitEncoding
internal import AfterwitWire
internal import Synchronization

/// Rosters and tips in memory, each for one state of its journal.
///
/// A roster is a fold of the journal's control envelopes in the relay's order, and the position of
/// the last of them names it. The tips are those of the whole order, which its end names. An entry
/// is used only for those places and is kept only after its transaction was committed, so neither a
/// rollback, a restart nor another process leaves a wrong one behind.
final class RosterCache: Sendable {
  private struct Entry {
    let lastControl: UInt64
    let roster: Roster
    let end: RelayCursor
    let heads: Heads?
  }

  private let entries = Mutex(BoundedMap<JournalID, Entry>(capacity: RelayLimits.cachedRosters))

  /// The roster of a journal as the transaction sees it; folded anew unless it is kept.
  func roster(
    of journal: StoredJournal, in transaction: any RelayTransaction
  ) throws -> Roster {
    let kept = entries.withLock { $0[journal.id] }
    if let kept, kept.lastControl == journal.lastControl { return kept.roster }
    let envelopes = try transaction.controlEnvelopes(of: journal)
    guard let first = envelopes.first else {
      throw StorageDamage("a journal without genesis")
    }
    do throws(EnvelopeFailure) {
      var roster = try Roster(genesis: Envelope(parsing: first))
      for envelope in envelopes.dropFirst() {
        try roster.admit(Envelope(parsing: envelope))
      }
      return roster
    } catch {
      throw StorageDamage("a control envelope: \(error.what)")
    }
  }

  /// The tips of a journal as the transaction sees it; read anew unless they are kept.
  func heads(
    of journal: StoredJournal, in transaction: any RelayTransaction
  ) throws -> Heads {
    let kept = entries.withLock { $0[journal.id] }
    if let kept, kept.end == journal.end, let heads = kept.heads { return heads }
    return try transaction.heads(of: journal)
  }

  /// The roster of a journal that was kept last, which may have grown since.
  func kept(of journal: JournalID) -> Roster? {
    entries.withLock { $0[journal]?.roster }
  }

  /// Keeps the roster of a committed state, and its tips where they are known.
  func keep(_ roster: Roster, heads: Heads? = nil, of journal: StoredJournal) {
    entries.withLock { entries in
      let kept = entries[journal.id].flatMap { $0.end == journal.end ? $0.heads : nil }
      entries[journal.id] = Entry(
        lastControl: journal.lastControl, roster: roster, end: journal.end,
        heads: heads ?? kept)
    }
  }
}
