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
    let quota: Quota
    let end: RelayCursor
    let heads: Heads?
  }

  private let entries = Mutex(BoundedMap<JournalID, Entry>(capacity: RelayLimits.cachedRosters))

  /// The roster of a journal as the transaction sees it; folded anew unless it is kept.
  func roster(
    of journal: StoredJournal, in transaction: any RelayTransaction
  ) throws -> Roster {
    if let kept = current(of: journal) { return kept }
    var roster: Roster?
    try transaction.controlEnvelopes(of: journal) { bytes in
      do throws(EnvelopeFailure) {
        let envelope = try Envelope(parsing: bytes)
        // Each was verified before it was stored; the first founded the journal.
        if roster == nil {
          roster = try Roster(admittedGenesis: envelope, keepsKeys: false)
        } else {
          try roster?.fold(verified: envelope)
        }
      } catch {
        throw StorageDamage("a control envelope: \(error.what)")
      }
    }
    guard let roster else { throw StorageDamage("a journal without genesis") }
    return roster
  }

  /// The roster of a journal, if the one that is kept is of its last control envelope.
  func current(of journal: StoredJournal) -> Roster? {
    let kept = entries.withLock { $0[journal.id] }
    return kept?.roster.genesis == journal.genesis && kept?.lastControl == journal.lastControl
      ? kept?.roster : nil
  }

  /// The tips of a journal as the transaction sees it; read anew unless they are kept.
  func heads(
    of journal: StoredJournal, in transaction: any RelayTransaction
  ) throws -> Heads {
    let kept = entries.withLock { $0[journal.id] }
    if let kept, kept.roster.genesis == journal.genesis, kept.end == journal.end,
      let heads = kept.heads
    {
      return heads
    }
    return try transaction.heads(of: journal)
  }

  /// The roster of a journal that was kept last, which may have grown since.
  func kept(of journal: JournalID) -> Roster? {
    entries.withLock { $0[journal]?.roster }
  }

  /// What a journal was given when its roster was kept last; the operator may have changed it since.
  func quota(of journal: JournalID) -> Quota? {
    entries.withLock { $0[journal]?.quota }
  }

  /// Keeps the roster of a committed state, and its tips where they are known.
  func keep(_ roster: Roster, heads: Heads? = nil, of journal: StoredJournal) {
    entries.withLock { entries in
      let kept = entries[journal.id].flatMap { $0.end == journal.end ? $0.heads : nil }
      entries[journal.id] = Entry(
        lastControl: journal.lastControl, roster: roster, quota: journal.quota, end: journal.end,
        heads: heads ?? kept)
    }
  }
}
