internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitRelayContract
internal import AfterwitTestRandomness
internal import AfterwitWire

/// A storage under test, a made-up journal to put there, and words for what a clause expects.
struct StorageSession {
  private let clause: String
  private let open: @Sendable () async throws -> any RelayStorage
  private(set) var storage: any RelayStorage
  var random: SeededGenerator
  var founder: TestMember
  let genesis: Envelope

  init(
    clause: String, seed: UInt64, open: @escaping @Sendable () async throws -> any RelayStorage
  ) async throws {
    self.clause = clause
    self.open = open
    random = SeededGenerator(seed: seed)
    founder = try TestMember(journal: TestMember.journal(random: &random), random: &random)
    genesis = try Envelope(parsing: founder.found())
    storage = try await open()
  }

  /// Closes the storage and opens it again.
  mutating func reopen() async throws {
    try storage.close()
    storage = try await open()
  }

  /// Opens the same place once more, as another process would.
  func openBeside() async throws -> any RelayStorage { try await open() }

  /// Puts a journal with its genesis into the storage; the founder's where no other is given.
  func found(_ id: JournalID? = nil, genesis other: Envelope? = nil) async throws -> StoredJournal {
    let (id, genesis) = (id ?? founder.journal, other ?? genesis)
    return try await storage.write { transaction in
      let journal = try transaction.insertJournal(id, genesis: genesis.id, quota: Quota())
      return try transaction.insert(genesis, in: journal)
    }
  }

  /// Puts envelopes at the end of a journal's order, in one transaction.
  func append(_ envelopes: [Envelope], to journal: StoredJournal) async throws -> StoredJournal {
    try await storage.write { transaction in
      var journal = journal
      for envelope in envelopes { journal = try transaction.insert(envelope, in: journal) }
      return journal
    }
  }

  /// The founder's next change.
  mutating func change(_ count: Int = 40) throws -> Envelope {
    try Envelope(parsing: founder.write(payload: TestMember.bytes(count, &random)))
  }

  /// The founder's next changes.
  mutating func changes(_ count: Int) throws -> [Envelope] {
    var changes: [Envelope] = []
    for _ in 0..<count { changes.append(try change()) }
    return changes
  }

  /// Another journal whose first device is the founder's: its keys come from the same randomness.
  mutating func twin() throws -> (member: TestMember, genesis: Envelope) {
    let other = TestMember.journal(random: &random)
    var member = founder.moved(to: other)
    let genesis = try Envelope(parsing: member.found())
    return (member, genesis)
  }

  /// 32 bytes that stand for a hash.
  mutating func hash() -> [UInt8] { TestMember.bytes(32, &random) }

  /// The id of a mailbox.
  mutating func mailbox() -> MailboxID {
    guard let id = MailboxID(hash()) else { preconditionFailure("32 bytes") }
    return id
  }

  /// What follows a position in a journal's order.
  func order(
    after position: UInt64 = 0, of journal: StoredJournal, room: Int = Limits.page
  ) async throws -> PageFill {
    try await storage.read { transaction in
      var page = PageFill(byteCount: room)
      try transaction.order(after: position, of: journal, into: &page)
      return page
    }
  }

  /// A part of one log.
  func log(
    of device: DeviceID, _ numbers: ClosedRange<UInt64>, in journal: StoredJournal,
    room: Int = Limits.page
  ) async throws -> PageFill {
    try await storage.read { transaction in
      var page = PageFill(byteCount: room)
      try transaction.log(of: device, numbers: numbers, in: journal, into: &page)
      return page
    }
  }

  func expect(_ isKept: Bool, _ words: @autoclosure () -> String) throws {
    if !isKept { throw BrokenStorageClause(description: "\(clause): \(words())") }
  }
}
