import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRelay
import AfterwitWire
import Testing

@Suite("Mailboxes")
struct MailboxTests {
  @Test("Messages come in their order, after the ones already seen (AW-RELAY-30)")
  func messages() async throws {
    try await TestRelay.with { relay in
      let session = try await relay.found(TestJournal())
      let token = try token(1)
      let service = relay.service
      #expect(await refusal { _ = try await service.mailbox(for: token) } == .unknown)
      try await service.openMailbox(token.mailbox, as: session)
      try await service.openMailbox(token.mailbox, as: session)
      let box = try await service.mailbox(for: token)
      try await service.leave([1], in: box)
      try await service.leave([2, 2], in: box)
      #expect(try await service.collect(after: 0, in: box).messages == [[1], [2, 2]])
      #expect(try await service.collect(after: 1, in: box).messages == [[2, 2]])
      #expect(try await service.collect(after: .max, in: box).messages.isEmpty)
      try await service.closeMailbox(token.mailbox, as: session)
      #expect(await refusal { _ = try await service.mailbox(for: token) } == .unknown)
      #expect(
        await refusal { try await service.closeMailbox(token.mailbox, as: session) } == .unknown)
    }
  }

  @Test("A mailbox stands ten minutes and is then as if it never was (AW-RELAY-31)")
  func expiry() async throws {
    try await TestRelay.with { relay in
      let session = try await relay.found(TestJournal())
      let token = try token(1)
      let service = relay.service
      try await service.openMailbox(token.mailbox, as: session)
      let box = try await service.mailbox(for: token)
      try await service.leave([1], in: box)
      relay.clock.advance(seconds: Limits.mailboxLifetime)
      #expect(await refusal { _ = try await service.mailbox(for: token) } == .unknown)
      #expect(await refusal { try await service.leave([2], in: box) } == .unknown)
      try await service.openMailbox(token.mailbox, as: session)
      #expect(try await service.collect(after: 0, in: box).messages.isEmpty)
    }
  }

  @Test("Mailboxes, messages and their length are bounded (AW-RELAY-32)")
  func bounds() async throws {
    try await TestRelay.with { relay in
      let session = try await relay.found(TestJournal())
      let service = relay.service
      for index in 1...RelayLimits.mailboxesPerJournal {
        try await service.openMailbox(token(UInt8(index)).mailbox, as: session)
      }
      let ninth = try token(99).mailbox
      #expect(
        await refusal { try await service.openMailbox(ninth, as: session) } == .tooMany)
      let box = try token(1).mailbox
      let long = [UInt8](repeating: 0, count: Limits.mailboxMessage)
      for _ in 0..<Limits.mailboxCount { try await service.leave(long, in: box) }
      #expect(await refusal { try await service.leave([1], in: box) } == .tooMany)
      #expect(await refusal { try await service.leave(long + [0], in: box) } == .tooLarge)
    }
  }

  @Test("Only members open mailboxes, and only their own journal closes them (AW-RELAY-33)")
  func members() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let stranger = try journal.newDevice()
      let service = relay.service
      let early = try await relay.found(
        journal, as: stranger, introduction: [journal.admission(of: stranger).bytes])
      let box = try token(1).mailbox
      #expect(await refusal { try await service.openMailbox(box, as: early) } == .unknown)
      let session = try await relay.found(journal)
      try await service.openMailbox(box, as: session)
      let other = try await relay.found(TestJournal(seed: testSeed &+ 1))
      #expect(await refusal { try await service.closeMailbox(box, as: other) } == .unknown)
      #expect(await refusal { try await service.openMailbox(box, as: other) } == .unknown)
    }
  }

  @Test("Whoever shows a mailbox's token closes it, and no other (AW-RELAY-54)")
  func closedByToken() async throws {
    try await TestRelay.with { relay in
      let session = try await relay.found(TestJournal())
      let service = relay.service
      let (mine, other) = (try token(1), try token(2))
      for box in [mine, other] { try await service.openMailbox(box.mailbox, as: session) }
      #expect(
        await refusal { try await service.closeMailbox(mine.mailbox, with: other) }
          == .unauthorized)
      try await service.closeMailbox(mine.mailbox, with: mine)
      #expect(await refusal { _ = try await service.mailbox(for: mine) } == .unknown)
      #expect(await refusal { _ = try await service.mailbox(for: other) } == nil)
      #expect(
        await refusal { try await service.closeMailbox(mine.mailbox, with: mine) } == .unknown)
    }
  }

  private func token(_ byte: UInt8) throws -> Token {
    try Token([UInt8](repeating: byte, count: 32)).required()
  }
}
