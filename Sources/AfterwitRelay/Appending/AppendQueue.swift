internal import AfterwitEncoding
internal import AfterwitWire
internal import Synchronization

/// The one writer of envelopes: requests that wait for the disk together share a transaction.
///
/// A commit costs a wait for the disk, whatever it holds. While one transaction runs, requests
/// line up; the next takes all of them (up to ``RelayLimits/batch``), and each is answered after
/// the commit. Invariant: nothing is answered that is not durable, and a failed transaction
/// answers `busy` to all and changes neither the storage nor the rosters. Cost: a wait for the
/// disk for each batch, a few look-ups for each envelope; signatures are checked before, by
/// whoever brings them.
final class AppendQueue: Sendable {
  private struct Waiting: Sendable {
    let work: AppendWork
    let answer: CheckedContinuation<Result<AppendAnswer, RelayDenial>, Never>
  }

  private struct Line {
    var waiting: [Waiting] = []
    var isWriting = false
  }

  private let storage: any RelayStorage
  private let rosters: RosterCache
  private let sessions: SessionCache
  private let listeners: Listeners
  private let troubles: Troubles
  private let quota: Quota
  private let now: @Sendable () -> UInt64
  private let line = Mutex(Line())

  /// The one writer of a storage.
  /// - Parameters:
  ///   - quota: what all journals are given that were given nothing else.
  ///   - now: the wall clock, in milliseconds since 1970.
  init(
    storage: any RelayStorage, rosters: RosterCache, sessions: SessionCache, listeners: Listeners,
    troubles: Troubles, quota: Quota, now: @escaping @Sendable () -> UInt64
  ) {
    self.sessions = sessions
    self.troubles = troubles
    self.quota = quota
    self.now = now
    self.storage = storage
    self.rosters = rosters
    self.listeners = listeners
  }

  /// Appends a page and gives its outcomes once they are durable.
  func append(
    _ envelopes: [IncomingEnvelope], byteCount: Int, to journal: JournalID
  ) async throws(RelayDenial) -> AppendAnswer {
    let work = AppendWork(journal: journal, envelopes: envelopes, byteCount: byteCount)
    let result = await withCheckedContinuation { continuation in
      enter(Waiting(work: work, answer: continuation))
    }
    return try result.get()
  }

  /// Lines up, and begins to write where nobody does.
  private func enter(_ item: Waiting) {
    let (isTaken, begins) = line.withLock { line in
      guard line.waiting.count < RelayLimits.waitingAppends else { return (false, false) }
      line.waiting.append(item)
      defer { line.isWriting = true }
      return (true, !line.isWriting)
    }
    guard isTaken else {
      item.answer.resume(returning: .failure(RelayDenial(.busy)))
      return
    }
    // Not a child of the request: one that is cancelled must not take the others' commit along.
    if begins { Task { await writeAll() } }
  }

  private func writeAll() async {
    while let batch = nextBatch() {
      await write(batch)
    }
  }

  /// The front of the line; `nil`, and nobody writes any more, where there is none.
  private func nextBatch() -> [Waiting]? {
    line.withLock { line in
      guard !line.waiting.isEmpty else {
        line.isWriting = false
        return nil
      }
      var length = 0
      let count = line.waiting.prefix { item in
        length += item.work.byteCount
        return length <= RelayLimits.batch
      }.count
      let batch = Array(line.waiting.prefix(max(1, count)))
      line.waiting.removeFirst(batch.count)
      return batch
    }
  }

  private func write(_ batch: [Waiting]) async {
    let work = batch.map(\.work)
    let (rosters, quota, now) = (rosters, quota, now())
    do {
      let (answers, states) = try await storage.write { transaction in
        var states: [JournalID: JournalState] = [:]
        var answers: [AppendAnswer] = []
        for item in work {
          var state =
            try states[item.journal]
            ?? JournalState(
              of: item.journal, in: transaction, rosters: rosters, quota: quota, now: now)
          answers.append(try state.append(item.envelopes, in: transaction))
          states[item.journal] = state
        }
        return (answers, states)
      }
      for state in states.values {
        rosters.keep(state.roster, heads: state.heads, of: state.journal)
        for device in state.ended { sessions.forget(of: device) }
      }
      for (item, answer) in zip(batch, answers) {
        item.answer.resume(returning: .success(answer))
        if answer.after != answer.before { listeners.wake(of: item.work.journal) }
      }
    } catch {
      let denial = troubles.denial(of: error)
      for item in batch { item.answer.resume(returning: .failure(denial)) }
    }
  }
}

/// One page that waits to be appended.
private struct AppendWork: Sendable {
  let journal: JournalID
  let envelopes: [IncomingEnvelope]
  let byteCount: Int
}
