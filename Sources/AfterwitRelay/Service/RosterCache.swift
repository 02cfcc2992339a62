internal import AfterwitEncoding
internal import AfterwitWire
internal import Synchronization

/// Rosters in memory, each for one state of its journal.
///
/// A roster is a fold of the journal's control envelopes in the relay's order, and the position of
/// the last of them names it. An entry is used only for that position and is kept only after its
/// transaction was committed, so neither a rollback, a restart nor another process leaves a wrong
/// one behind.
final class RosterCache: Sendable {
  private struct Entry {
    let lastControl: UInt64
    let roster: Roster
  }

  private let entries = Mutex<[JournalID: Entry]>([:])

  /// The roster of a journal as the transaction sees it; folded anew unless it is kept.
  func roster(
    of journal: StoredJournal, in transaction: any RelayTransaction
  ) throws -> Roster {
    let kept = entries.withLock { $0[journal.id] }
    if let kept, kept.lastControl == journal.lastControl { return kept.roster }
    let envelopes = try transaction.controlEnvelopes(of: journal)
    guard let first = envelopes.first else {
      throw StorageFailure.damaged("a journal without genesis")
    }
    do throws(EnvelopeFailure) {
      var roster = try Roster(genesis: Envelope(parsing: first))
      for envelope in envelopes.dropFirst() {
        try roster.admit(Envelope(parsing: envelope))
      }
      return roster
    } catch {
      throw StorageFailure.damaged("a control envelope: \(error.what)")
    }
  }

  /// Keeps the roster of a committed state.
  func keep(_ roster: Roster, of journal: StoredJournal) {
    entries.withLock { entries in
      if entries.count >= RelayLimits.cachedRosters, entries[journal.id] == nil {
        entries.removeAll()
      }
      entries[journal.id] = Entry(lastControl: journal.lastControl, roster: roster)
    }
  }
}
