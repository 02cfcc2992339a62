package import AfterwitWire

extension RelayService {
  /// Opens a mailbox for a member; opening one's own again changes nothing.
  /// - Throws: ``RelayDenial``: `unknown` for one who is no member or a mailbox of others,
  ///   `tooMany`.
  package func openMailbox(
    _ id: MailboxID, as session: RelaySession
  ) async throws(RelayDenial) {
    guard let roster = try await roster(of: session.journal),
      roster.member(session.device) != nil
    else { throw RelayDenial(.unknown) }
    let now = environment.nowMilliseconds()
    let mailbox = StoredMailbox(
      journal: session.journal, expires: now + Limits.mailboxLifetime * 1000)
    try await write { transaction in
      try transaction.prune(now: now)
      if let open = try transaction.mailbox(id) {
        guard open.journal == session.journal else { throw RelayDenial(.unknown) }
        return
      }
      let count = try transaction.mailboxCount(of: session.journal)
      guard count < RelayLimits.mailboxesPerJournal else {
        throw RelayDenial(.tooMany, "The journal has too many open mailboxes.")
      }
      try transaction.insertMailbox(id, mailbox)
    }
  }

  /// Closes a mailbox of the session's journal and forgets its messages.
  /// - Throws: ``RelayDenial``: `unknown` when there is none.
  package func closeMailbox(
    _ id: MailboxID, as session: RelaySession
  ) async throws(RelayDenial) {
    let now = environment.nowMilliseconds()
    try await write { transaction in
      guard try transaction.openMailbox(id, now: now).journal == session.journal else {
        throw RelayDenial(.unknown)
      }
      try transaction.deleteMailbox(id)
    }
  }

  /// Closes a mailbox for whoever shows its own token, or that of a session of its journal.
  /// - Throws: ``RelayDenial``: `unknown` when there is none, `unauthorized` without a session.
  package func closeMailbox(_ id: MailboxID, with token: Token) async throws(RelayDenial) {
    guard token.mailbox == id else {
      return try await closeMailbox(id, as: try await session(for: token))
    }
    _ = try await mailbox(for: token)
    try await write { transaction in try transaction.deleteMailbox(id) }
  }

  /// Shows that a token opens a mailbox, before any message is read, and counts the request.
  /// - Throws: ``RelayDenial``: `unknown` when there is none, or it has closed.
  package func mailbox(for token: Token) async throws(RelayDenial) -> MailboxID {
    let id = token.mailbox
    let now = environment.nowMilliseconds()
    let mailbox = try await read { try $0.openMailbox(id, now: now) }
    try admit(.journal(mailbox.journal))
    return id
  }

  /// Leaves a message in a mailbox.
  /// - Throws: ``RelayDenial``: `tooLarge`, `tooMany`, or `unknown` when it has closed meanwhile.
  package func leave(_ message: [UInt8], in id: MailboxID) async throws(RelayDenial) {
    guard message.count <= Limits.mailboxMessage else {
      throw RelayDenial(.tooLarge, "A message is at most \(Limits.mailboxMessage) bytes.")
    }
    let now = environment.nowMilliseconds()
    try await write { transaction in
      _ = try transaction.openMailbox(id, now: now)
      let count = try transaction.messages(of: id).count
      guard count < Limits.mailboxCount else {
        throw RelayDenial(.tooMany, "The mailbox is full.")
      }
      try transaction.insertMessage(message, number: count + 1, in: id)
    }
  }

  /// Gives the messages of a mailbox after the first `count`.
  /// - Throws: ``RelayDenial``: `unknown` when it has closed meanwhile.
  package func collect(
    after count: UInt64, in id: MailboxID
  ) async throws(RelayDenial) -> MailboxAnswer {
    let now = environment.nowMilliseconds()
    return try await read { transaction in
      _ = try transaction.openMailbox(id, now: now)
      let messages = try transaction.messages(of: id)
      return MailboxAnswer(messages: Array(messages.dropFirst(Int(clamping: count))))
    }
  }
}
