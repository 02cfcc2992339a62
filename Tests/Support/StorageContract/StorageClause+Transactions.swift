internal import AfterwitRelay
internal import AfterwitRelayContract
internal import AfterwitWire
internal import Glibc
internal import Synchronization

extension StorageClause {
  static let transactions = [
    StorageClause("a write that throws leaves nothing, and throws what its body threw") { session in
      let journal = try await session.found()
      let change = try session.change()
      let twin = try session.twin()
      let (hash, mailbox) = (session.hash(), session.mailbox())
      let heads = try await session.storage.read { try $0.heads(of: journal) }
      do {
        try await session.storage.write { transaction in
          _ = try transaction.insert(change, in: journal)
          let other = try transaction.insertJournal(
            twin.member.journal, genesis: twin.genesis.id, quota: Quota())
          _ = try transaction.insert(twin.genesis, in: other)
          try transaction.insertCode(hash, expires: 9, quota: Quota())
          try transaction.insertSession(
            hash, StoredSession(journal: journal.id, device: twin.member.device, expires: 9),
            limit: 1)
          _ = try transaction.useChallenge(hash, expires: 9)
          try transaction.insertMailbox(mailbox, StoredMailbox(journal: journal.id, expires: 9))
          try transaction.insertMessage([1], number: 1, in: mailbox)
          throw Interruption()
        }
        try session.expect(false, "the write did not throw")
      } catch is Interruption {}
      let left = try await session.storage.write { transaction in
        var left: [String] = []
        if try transaction.journal(journal.id) != journal { left.append("an end") }
        if try transaction.holds(change.id) { left.append("an envelope") }
        if try transaction.heads(of: journal) != heads { left.append("a tip") }
        if try transaction.journal(twin.member.journal) != nil { left.append("a journal") }
        if try transaction.holdsCode(hash, now: 0) { left.append("a code") }
        if try transaction.session(hash) != nil { left.append("a session") }
        if try !transaction.useChallenge(hash, expires: 9) { left.append("a challenge") }
        if try transaction.mailbox(mailbox) != nil { left.append("a mailbox") }
        if try !transaction.messages(of: mailbox).isEmpty { left.append("a message") }
        return left
      }
      try session.expect(left.isEmpty, "left behind: \(left)")
      let after = try await session.append([change], to: journal)
      try session.expect(
        after.end == journal.end.advanced(past: change.id), "the order goes on elsewhere")
    },
    StorageClause("a transaction sees what it wrote itself") { session in
      let genesis = session.genesis
      let journal = session.founder.journal
      let change = try session.change()
      let unseen = try await session.storage.write { transaction in
        var unseen: [String] = []
        let begun = try transaction.insertJournal(journal, genesis: genesis.id, quota: Quota())
        let after = try transaction.insert(change, in: transaction.insert(genesis, in: begun))
        if try transaction.journal(journal) != after { unseen.append("the end") }
        if try !transaction.holds(change.id) { unseen.append("the envelope") }
        let tips = try transaction.heads(of: after).tips[change.header.device]
        if tips?.map(\.id) != [change.id] { unseen.append("the tip") }
        var page = PageFill()
        try transaction.order(after: 1, of: after, into: &page)
        if page.envelopes != [change.bytes] { unseen.append("the order") }
        return unseen
      }
      try session.expect(unseen.isEmpty, "not seen: \(unseen)")
    },
    StorageClause("what is there is not inserted again, and the attempt changes nothing") {
      session in
      let genesis = session.genesis
      let change = try session.change()
      let journal = try await session.append([change], to: session.found())
      let (hash, mailbox) = (session.hash(), session.mailbox())
      let kept = StoredSession(journal: journal.id, device: genesis.header.device, expires: 9)
      let open = StoredMailbox(journal: journal.id, expires: 9)
      try await session.storage.write { transaction in
        try transaction.insertSession(hash, kept, limit: 9)
        try transaction.insertMailbox(mailbox, open)
      }
      let attempts: [(String, @Sendable (any RelayTransaction) throws -> Void)] = [
        (
          "a journal", { _ = try $0.insertJournal(journal.id, genesis: genesis.id, quota: Quota()) }
        ),
        ("the last envelope", { _ = try $0.insert(change, in: journal) }),
        ("an earlier envelope", { _ = try $0.insert(genesis, in: journal) }),
        ("a session", { try $0.insertSession(hash, kept, limit: 9) }),
        ("a mailbox", { try $0.insertMailbox(mailbox, open) }),
      ]
      for (name, attempt) in attempts {
        let result: Void? = try? await session.storage.write(attempt)
        try session.expect(result == nil, "\(name) was inserted twice")
      }
      let after = try await session.storage.read { try $0.journal(journal.id) }
      try session.expect(after == journal, "the end moved")
    },
    StorageClause("a read sees one state throughout, whatever is committed meanwhile") { session in
      let journal = try await session.found()
      let change = try session.change()
      let storage = session.storage
      let (isReading, isWritten) = (Signal(), Signal())
      async let seen = storage.read { transaction in
        let before = (try transaction.journal(journal.id), try transaction.heads(of: journal))
        isReading.send()
        isWritten.wait()
        let after = (try transaction.journal(journal.id), try transaction.heads(of: journal))
        return try before == after && !transaction.holds(change.id)
      }
      while !isReading.isSent { try await Task.sleep(for: .milliseconds(1)) }
      _ = try await session.append([change], to: journal)
      isWritten.send()
      let isSame = try await seen
      try session.expect(isSame, "the state changed under a reader")
    },
    StorageClause("writes wait for each other, and none is lost") { session in
      let journal = try await session.found()
      let changes = try session.changes(16)
      let storage = session.storage
      let positions = try await withThrowingTaskGroup(of: UInt64?.self) { group in
        for change in changes {
          group.addTask {
            try await storage.write { transaction in
              guard let journal = try transaction.journal(journal.id) else { return nil }
              return try transaction.insert(change, in: journal).end.position
            }
          }
        }
        var positions: [UInt64?] = []
        for try await position in group { positions.append(position) }
        return positions
      }
      try session.expect(
        positions.compactMap { $0 }.sorted() == Array(2...17), "positions: \(positions)")
      let page = try await session.order(after: 1, of: journal)
      try session.expect(
        Set(page.envelopes) == Set(changes.map(\.bytes)), "some of the envelopes are lost")
    },
  ]
}

/// What a body throws that is cut off.
private struct Interruption: Error {}

/// Something that one side waits for and the other tells once.
private final class Signal: Sendable {
  private let sent = Mutex(false)

  var isSent: Bool { sent.withLock { $0 } }

  func send() { sent.withLock { $0 = true } }

  /// Holds the thread until the signal is sent, for ten seconds at most.
  func wait() {
    for _ in 0..<10_000 where !isSent { usleep(1000) }
  }
}
