internal import AfterwitEncoding
internal import AfterwitWire
internal import Synchronization

/// Folds rosters that are not kept, each journal's once at a time, however many ask for it.
///
/// A fold reads all control envelopes of a journal on one of the few readers of the storage. Without
/// this, those who ask for the roster of one large journal hold all readers and fold the same.
final class RosterFolds: Sendable {
  private let storage: any RelayStorage
  private let rosters: RosterCache
  private let running = Mutex<[JournalID: Task<Roster?, any Error>]>([:])

  init(storage: any RelayStorage, rosters: RosterCache) {
    self.storage = storage
    self.rosters = rosters
  }

  /// The roster of a journal as it is now; `nil` for one that is not here.
  func roster(of id: JournalID) async throws -> Roster? {
    let kept = try await storage.read { [rosters] transaction -> Kept in
      guard let journal = try transaction.journal(id) else { return .unknown }
      return rosters.current(of: journal).map(Kept.roster) ?? .none
    }
    switch kept {
    case .unknown: return nil
    case .roster(let roster): return roster
    case .none: return try await fold(id).value
    }
  }

  private enum Kept: Sendable {
    case unknown, none
    case roster(Roster)
  }

  /// The fold that runs, or one that begins now.
  private func fold(_ id: JournalID) -> Task<Roster?, any Error> {
    running.withLock { running in
      if let task = running[id] { return task }
      let task = Task { [storage, rosters] in
        defer { self.running.withLock { $0[id] = nil } }
        let (journal, roster) = try await storage.read { transaction in
          let journal = try transaction.known(id)
          return (journal, try rosters.roster(of: journal, in: transaction))
        }
        rosters.keep(roster, of: journal)
        return roster as Roster?
      }
      running[id] = task
      return task
    }
  }
}
