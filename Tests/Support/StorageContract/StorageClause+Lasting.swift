internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitRelayContract
internal import AfterwitWire

extension StorageClause {
  static let lasting = [
    StorageClause("what was written is there when the storage is opened again") { session in
      let begun = try await session.found()
      let changes = try session.changes(3)
      let journal = try await session.append(changes, to: begun)
      let (hash, mailbox) = (session.hash(), session.mailbox())
      let device = session.founder.device
      try await session.storage.write { transaction in
        try transaction.insertCode(hash, expires: 9, quota: Quota())
        try transaction.insertSession(
          hash, StoredSession(journal: journal.id, device: device, expires: 9), limit: 1)
        _ = try transaction.useChallenge(hash, expires: 9)
        try transaction.insertMailbox(mailbox, StoredMailbox(journal: journal.id, expires: 9))
        try transaction.insertMessage([1, 2], number: 1, in: mailbox)
      }
      let before = try await Content(of: journal, hash: hash, mailbox: mailbox, in: session.storage)
      try await session.reopen()
      let after = try await Content(of: journal, hash: hash, mailbox: mailbox, in: session.storage)
      try session.expect(before.isWhole, "something was not kept at all")
      try session.expect(after == before, "something was not kept")
      let isFresh = try await session.storage.write { try $0.useChallenge(hash, expires: 9) }
      try session.expect(!isFresh, "a challenge may be answered again")
    },
    StorageClause("the order goes on where it ended when the storage is opened again") { session in
      let begun = try await session.found()
      let changes = try session.changes(2)
      let middle = try await session.append([changes[0]], to: begun)
      try await session.reopen()
      let kept = try await session.storage.read { try $0.journal(begun.id) }
      try session.expect(kept == middle, "the end is another")
      let journal = try await session.append([changes[1]], to: middle)
      let page = try await session.order(of: journal)
      try session.expect(
        page.envelopes == ([session.genesis] + changes).map(\.bytes), "the order is another")
      let tips = try await session.storage.read { try $0.heads(of: journal).tips }
      try session.expect(tips.values.map { $0.map(\.id) } == [[changes[1].id]], "\(tips)")
    },
    StorageClause("who the relay is stays the same as long as its storage") { session in
      let before = session.storage.identity
      try await session.reopen()
      try session.expect(session.storage.identity == before, "another identity")
    },
    StorageClause("two that opened one place see what the other wrote") { session in
      let begun = try await session.found()
      let other = try await session.openBeside()
      let changes = try session.changes(2)
      try session.expect(other.identity == session.storage.identity, "two identities")
      let middle = try await session.append([changes[0]], to: begun)
      let seen = try await other.read { try $0.journal(begun.id) }
      try session.expect(seen == middle, "the other sees another end")
      let journal = try await other.write { try $0.insert(changes[1], in: middle) }
      try other.close()
      let page = try await session.order(of: journal)
      try session.expect(
        page.envelopes == ([session.genesis] + changes).map(\.bytes), "the order is another")
    },
  ]
}

/// All that a storage holds of one journal, a hash and a mailbox.
private struct Content: Equatable, Sendable {
  let journal: StoredJournal?
  let envelopes: [[UInt8]]
  let hashes: [[UInt8]?]
  let heads: Heads
  let controls: [[UInt8]]
  let hasCode: Bool
  let session: StoredSession?
  let mailbox: StoredMailbox?
  let messages: [[UInt8]]

  init(
    of journal: StoredJournal, hash: [UInt8], mailbox: MailboxID, in storage: any RelayStorage
  ) async throws {
    self = try await storage.read { transaction in
      try Content(of: journal, hash: hash, mailbox: mailbox, in: transaction)
    }
  }

  private init(
    of journal: StoredJournal, hash: [UInt8], mailbox id: MailboxID,
    in transaction: any RelayTransaction
  ) throws {
    var page = PageFill()
    try transaction.order(after: 0, of: journal, into: &page)
    self.journal = try transaction.journal(journal.id)
    envelopes = page.envelopes
    hashes = try (0...journal.end.position).map { try transaction.runningHash(at: $0, in: journal) }
    heads = try transaction.heads(of: journal)
    controls = try transaction.allControls(of: journal)
    hasCode = try transaction.holdsCode(hash, now: 0)
    session = try transaction.session(hash)
    mailbox = try transaction.mailbox(id)
    messages = try transaction.messages(of: id)
  }

  /// Whether there is something of everything.
  var isWhole: Bool {
    journal != nil && envelopes.count == 4 && hasCode && session != nil && mailbox != nil
      && messages.count == 1 && !controls.isEmpty && !heads.tips.isEmpty
  }
}
