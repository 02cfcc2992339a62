internal import AfterwitRelay
internal import AfterwitRelayContract
internal import AfterwitWire

extension StorageClause {
  static let mailboxes = [
    StorageClause("a mailbox is found as it was opened, and counted for its journal") { session in
      let journal = try await session.found()
      let twin = try session.twin()
      let other = try await session.found(twin.member.journal, genesis: twin.genesis)
      let (first, second, third) = (session.mailbox(), session.mailbox(), session.mailbox())
      let (found, counts) = try await session.storage.write { transaction in
        try transaction.insertMailbox(first, StoredMailbox(journal: journal.id, expires: 5))
        try transaction.insertMailbox(second, StoredMailbox(journal: journal.id, expires: 6))
        try transaction.insertMailbox(third, StoredMailbox(journal: other.id, expires: 7))
        let found = [try transaction.mailbox(second), try transaction.mailbox(third)]
        let counts = [
          try transaction.mailboxCount(of: journal.id), try transaction.mailboxCount(of: other.id),
        ]
        return (found, counts)
      }
      try session.expect(
        found == [
          StoredMailbox(journal: journal.id, expires: 6),
          StoredMailbox(journal: other.id, expires: 7),
        ], "\(found)")
      try session.expect(counts == [2, 1], "\(counts)")
    },
    StorageClause("messages come in the order in which they were left, from one box") { session in
      let journal = try await session.found()
      let (mailbox, other) = (session.mailbox(), session.mailbox())
      let left = (0..<12).map { [UInt8(12 - $0)] } + [TestMember.bytes(900, &session.random)]
      try await session.storage.write { transaction in
        for id in [mailbox, other] {
          try transaction.insertMailbox(id, StoredMailbox(journal: journal.id, expires: 5))
        }
        try transaction.insertMessage([99], number: 1, in: other)
        for (index, message) in left.enumerated() {
          try transaction.insertMessage(message, number: index + 1, in: mailbox)
        }
      }
      let found = try await session.storage.read { try $0.messages(of: mailbox) }
      try session.expect(found == left, "\(found.map(\.count))")
    },
    StorageClause("a mailbox that is closed takes its messages along, and no others") { session in
      let journal = try await session.found()
      let (mailbox, other) = (session.mailbox(), session.mailbox())
      let open = StoredMailbox(journal: journal.id, expires: 5)
      let found = try await session.storage.write { transaction in
        for id in [mailbox, other] {
          try transaction.insertMailbox(id, open)
          try transaction.insertMessage([1], number: 1, in: id)
        }
        try transaction.deleteMailbox(mailbox)
        let closed = try transaction.mailbox(mailbox)
        let count = try transaction.mailboxCount(of: journal.id)
        try transaction.insertMailbox(mailbox, open)
        return (
          closed, count, try transaction.messages(of: mailbox), try transaction.messages(of: other)
        )
      }
      try session.expect(found == (nil, 1, [], [[1]]), "\(found)")
    },
  ]
}
