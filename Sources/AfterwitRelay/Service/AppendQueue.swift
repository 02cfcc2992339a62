internal import AfterwitEncoding
internal import AfterwitWire

/// The one writer of envelopes: requests that wait for the disk together share a transaction.
///
/// A commit costs a wait for the disk, whatever it holds. While one transaction runs, requests
/// line up; the next takes all of them (up to ``RelayLimits/batch``), and each is answered after
/// the commit. Invariant: nothing is answered that is not durable, and a failed transaction
/// answers `busy` to all and changes neither the storage nor the rosters. Cost: a wait for the
/// disk for each batch, a few look-ups and a signature for each envelope.
actor AppendQueue {
  private struct Waiting: Sendable {
    let work: AppendWork
    let answer: CheckedContinuation<Result<AppendAnswer, RelayDenial>, Never>
  }

  private let storage: any RelayStorage
  private let rosters: RosterCache
  private var waiting: [Waiting] = []
  private var isWriting = false

  init(storage: any RelayStorage, rosters: RosterCache) {
    self.storage = storage
    self.rosters = rosters
  }

  /// Appends a page and gives its outcomes once they are durable.
  func append(
    _ envelopes: [[UInt8]], byteCount: Int, to journal: JournalID
  ) async throws(RelayDenial) -> AppendAnswer {
    guard waiting.count < RelayLimits.waitingAppends else { throw RelayDenial(.busy) }
    let work = AppendWork(journal: journal, envelopes: envelopes, byteCount: byteCount)
    let result = await withCheckedContinuation { continuation in
      waiting.append(Waiting(work: work, answer: continuation))
      // Not a child of the request: one that is cancelled must not take the others' commit along.
      if !isWriting {
        isWriting = true
        Task { await writeAll() }
      }
    }
    return try result.get()
  }

  private func writeAll() async {
    while !waiting.isEmpty {
      let batch = nextBatch()
      await write(batch)
    }
    isWriting = false
  }

  private func nextBatch() -> [Waiting] {
    var length = 0
    let count = waiting.prefix { item in
      length += item.work.byteCount
      return length <= RelayLimits.batch
    }.count
    let batch = Array(waiting.prefix(max(1, count)))
    waiting.removeFirst(batch.count)
    return batch
  }

  private func write(_ batch: [Waiting]) async {
    let work = batch.map(\.work)
    let rosters = rosters
    do {
      let (answers, states) = try await storage.write { transaction in
        var states: [JournalID: JournalState] = [:]
        var answers: [AppendAnswer] = []
        for item in work {
          var state =
            try states[item.journal]
            ?? JournalState(
              of: item.journal, in: transaction, rosters: rosters)
          answers.append(try state.append(item.envelopes, in: transaction))
          states[item.journal] = state
        }
        return (answers, states)
      }
      for state in states.values {
        rosters.keep(state.roster, of: state.journal)
      }
      for (item, answer) in zip(batch, answers) {
        item.answer.resume(returning: .success(answer))
      }
    } catch {
      for item in batch {
        item.answer.resume(returning: .failure(RelayDenial(.busy)))
      }
    }
  }
}

/// One page that waits to be appended.
private struct AppendWork: Sendable {
  let journal: JournalID
  let envelopes: [[UInt8]]
  let byteCount: Int
}
