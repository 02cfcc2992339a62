internal import AfterwitRelay
internal import AfterwitRelayContract
internal import AfterwitWire

extension StorageClause {
  static let codesAndSessions = [
    StorageClause("a code is good until it ends, and once") { session in
      let (hash, other) = (session.hash(), session.hash())
      let answers = try await session.storage.write { transaction in
        try transaction.insertCode(hash, expires: 100, quota: Quota())
        return [
          try transaction.holdsCode(hash, now: 99), try !transaction.holdsCode(hash, now: 100),
          try !transaction.holdsCode(other, now: 99),
          try transaction.consumeCode(hash, now: 100) == nil,
          try transaction.consumeCode(other, now: 99) == nil,
          try transaction.consumeCode(hash, now: 99) == Quota(),
          try transaction.consumeCode(hash, now: 99) == nil,
          try !transaction.holdsCode(hash, now: 99),
        ]
      }
      try session.expect(!answers.contains(false), "\(answers)")
    },
    StorageClause("a code gives the quota that it was made with") { session in
      let hash = session.hash()
      let quota = Quota(bytes: .max, appendsPerMinute: 1)
      let given = try await session.storage.write { transaction in
        try transaction.insertCode(hash, expires: 100, quota: quota)
        return try transaction.consumeCode(hash, now: 1)
      }
      try session.expect(
        given == Quota(bytes: UInt64(Int64.max), appendsPerMinute: 1),
        "\(String(describing: given))")
    },
    StorageClause("all journals are told by id, with what each holds and is given") { session in
      let twin = try session.twin()
      let first = try await session.found()
      let second = try await session.found(twin.member.journal, genesis: twin.genesis)
      let change = try session.change()
      let quota = Quota(bytes: 7, envelopes: 8)
      let told = try await session.storage.write { transaction in
        var journal = first
        journal.lastStored = 9
        _ = try transaction.insert(change, in: journal)
        try transaction.setQuota(quota, of: first)
        return try transaction.journals()
      }
      let ids = [first.id, second.id].sorted { "\($0)" < "\($1)" }
      try session.expect(told.map(\.id) == ids, "\(told)")
      let grown = told.first { $0.id == first.id }
      try session.expect(
        grown?.byteCount == first.byteCount + UInt64(change.bytes.count)
          && grown?.lastStored == 9 && grown?.quota == quota, "\(told)")
      try session.expect(
        first.byteCount == UInt64(session.genesis.bytes.count) && first.quota == Quota()
          && told.contains(second), "\(told)")
    },
    StorageClause("a session is found as it was kept, ended or not, by its hash only") { session in
      let journal = try await session.found()
      let (hash, other) = (session.hash(), session.hash())
      let kept = StoredSession(journal: journal.id, device: session.founder.device, expires: 5)
      let found = try await session.storage.write { transaction in
        try transaction.insertSession(hash, kept, limit: 1)
        return [try transaction.session(hash), try transaction.session(other)]
      }
      try session.expect(found == [kept, nil], "\(found)")
    },
    StorageClause("of a device's sessions the newest and those that end last stay") { session in
      let journal = try await session.found()
      var twin = try session.twin()
      let other = try await session.found(twin.member.journal, genesis: twin.genesis)
      twin.member = try TestMember(journal: journal.id, random: &session.random)
      let (device, stranger) = (session.founder.device, twin.member.device)
      let hashes = (0..<5).map { _ in session.hash() }
      let (elsewhere, beside) = (session.hash(), session.hash())
      let left = try await session.storage.write { transaction in
        for (hash, id, owner) in [
          (elsewhere, other.id, device), (beside, journal.id, stranger),
        ] {
          try transaction.insertSession(
            hash, StoredSession(journal: id, device: owner, expires: 1), limit: 3)
        }
        for (hash, expires) in zip(hashes, [50, 10, 40, 30, 1] as [UInt64]) {
          try transaction.insertSession(
            hash, StoredSession(journal: journal.id, device: device, expires: expires), limit: 3)
        }
        return try (hashes + [elsewhere, beside]).map { try transaction.session($0)?.expires }
      }
      try session.expect(left == [50, nil, 40, nil, 1, 1, 1], "\(left)")
    },
    StorageClause("an answered challenge is answered once") { session in
      let (nonce, other) = (session.hash(), session.hash())
      let first = try await session.storage.write { transaction in
        [
          try transaction.useChallenge(nonce, expires: 9),
          try transaction.useChallenge(nonce, expires: 9),
        ]
      }
      let second = try await session.storage.write { transaction in
        [
          try transaction.useChallenge(nonce, expires: 10),
          try transaction.useChallenge(other, expires: 9),
        ]
      }
      try session.expect(first + second == [true, false, false, true], "\(first + second)")
    },
  ]

  static let pruning = [
    StorageClause("pruning forgets what ended at its time or before, and only that") { session in
      let journal = try await session.found()
      let device = session.founder.device
      let times: [UInt64] = [9, 10, 11]
      let things = times.map { ($0, session.hash(), session.mailbox()) }
      let left = try await session.storage.write { transaction in
        for (time, hash, mailbox) in things {
          try transaction.insertCode(hash, expires: time, quota: Quota())
          try transaction.insertSession(
            hash, StoredSession(journal: journal.id, device: device, expires: time), limit: 9)
          _ = try transaction.useChallenge(hash, expires: time)
          try transaction.insertMailbox(mailbox, StoredMailbox(journal: journal.id, expires: time))
          try transaction.insertMessage([1], number: 1, in: mailbox)
        }
        try transaction.prune(now: 10)
        return try things.map { _, hash, mailbox in
          [
            try transaction.holdsCode(hash, now: 0), try transaction.session(hash) != nil,
            try !transaction.useChallenge(hash, expires: 99),
            try transaction.mailbox(mailbox) != nil,
            try !transaction.messages(of: mailbox).isEmpty,
          ]
        }
      }
      let (gone, kept) = ([Bool](repeating: false, count: 5), [Bool](repeating: true, count: 5))
      try session.expect(left == [gone, gone, kept], "\(left)")
      let after = try await session.storage.read { transaction in
        (try transaction.journal(journal.id), try transaction.mailboxCount(of: journal.id))
      }
      try session.expect(after == (journal, 1), "\(after)")
    }
  ]
}
