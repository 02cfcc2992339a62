import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRelay
import AfterwitWire
import Testing

@Suite("What an operator gives a journal")
struct QuotaTests {
  private static let mebibyte: UInt64 = 1024 * 1024

  @Test(
    "Bytes are taken up to the last, which is kept back for control envelopes (AW-RELAY-69, 70)")
  func bytes() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let limit = 2 * Self.mebibyte
      #expect(try await relay.service.setQuota(Quota(bytes: limit), of: journal.id))
      let changes = try [400, 400, 200, 300].map { try journal.change($0 * 1024).bytes }
      var outcomes: [AppendOutcome] = []
      for change in changes {
        outcomes += try await relay.service.append([change], as: session).outcomes
      }
      let used = [journal.genesis.bytes, changes[0], changes[1], changes[2]].map(\.count)
      let use = QuotaUse(.bytes, used: UInt64(used.reduce(0, +)), limit: limit)
      #expect(outcomes == [.stored, .stored, .stored, .overQuota(use)])
      // What is held already is that, and a gap is told as one.
      let again = try await relay.service.append(
        [changes[0], try journal.change().bytes, changes[3]], as: session)
      #expect(again.outcomes == [.alreadyHeld, .refused(.gap), .overQuota(use)])
      #expect(try await relay.everything(session).count == 4)
      #expect(try await relay.service.setQuota(Quota(bytes: limit * 2), of: journal.id))
      #expect(try await relay.service.append([changes[3]], as: session).outcomes == [.stored])
    }
  }

  @Test("An admission fits a full journal, with the changes before it in its page (AW-RELAY-70)")
  func admission() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      _ = try await relay.service.setQuota(
        Quota(bytes: 2 * Self.mebibyte, envelopes: 3), of: journal.id)
      let changes = try (0..<4).map { _ in try journal.change(300 * 1024).bytes }
      let full = try await relay.service.append(Array(changes[..<2]), as: session)
      #expect(full.outcomes == [.stored, .stored])
      var other = try journal.newDevice()
      let admission = try journal.admission(of: other).bytes
      let after = try journal.change().bytes
      let use = QuotaUse(.envelopes, used: 3, limit: 3)
      let alone = try await relay.service.append([changes[2]], as: session)
      #expect(alone.outcomes == [.overQuota(use)])
      let late = try await relay.service.append(
        [changes[2], changes[3], admission, after], as: session)
      #expect(late.outcomes.prefix(3) == [.stored, .stored, .stored])
      #expect(
        late.outcomes[3]
          == .overQuota(
            QuotaUse(
              .bytes,
              used: 4 * 300 * 1024 + 4 * 264
                + UInt64(journal.genesis.bytes.count + admission.count), limit: 2 * Self.mebibyte)))
      // Not even these go past the bytes that are given.
      let third = try journal.newDevice()
      let payload = try other.write(journal.payload(576 * 1024)).bytes
      let next = try other.write(ControlRecord.encode([.member(third.member)]), kind: .control)
      let second = try other.write(journal.payload(576 * 1024)).bytes
      let last = try other.write(ControlRecord.encode([]), kind: .control).bytes
      let fitting = try await relay.service.append([payload, next.bytes], as: session)
      #expect(fitting.outcomes == [.stored, .stored])
      let held = try await relay.everything(session).reduce(0) { $0 + UInt64($1.count) }
      let end = try await relay.service.append([second, last], as: session)
      #expect(
        end.outcomes
          == [
            .overQuota(QuotaUse(.bytes, used: held, limit: 2 * Self.mebibyte)), .refused(.gap),
          ])
    }
  }

  @Test("A code gives its journal what the operator said, and all others what all are given")
  func codes() async throws {
    try await TestRelay.with(quota: Quota(envelopes: 2)) { relay in
      var large = try TestJournal()
      var small = try TestJournal(seed: testSeed &+ 1)
      let code = try await relay.service.makeCode(quota: Quota(envelopes: 3))
      let token = try await relay.service.found(
        try large.founder.founding(
          at: relay.service, code: code, genesis: large.genesis.bytes, introduction: []))
      let sessions = (
        large: try await relay.service.session(for: token), small: try await relay.found(small)
      )
      let changes = try (0..<3).map { _ in
        (large: try large.change().bytes, small: try small.change().bytes)
      }
      let first = try await relay.service.append(changes.map(\.large), as: sessions.large)
      #expect(
        first.outcomes
          == [.stored, .stored, .overQuota(QuotaUse(.envelopes, used: 3, limit: 3))])
      let second = try await relay.service.append(changes.map(\.small), as: sessions.small)
      #expect(
        second.outcomes
          == [.stored, .overQuota(QuotaUse(.envelopes, used: 2, limit: 2)), .refused(.gap)])
    }
  }

  @Test(
    "More appends in a minute than a journal is given are refused, others are not (AW-RELAY-71)")
  func rate() async throws {
    try await TestRelay.with(quota: Quota(appendsPerMinute: 3)) { relay in
      let session = try await relay.found(TestJournal())
      let service = relay.service
      for _ in 0..<3 { try await service.admitAppend(as: session) }
      do throws(RelayDenial) {
        try await service.admitAppend(as: session)
        Issue.record("the fourth was admitted")
      } catch {
        #expect(error.refusal == .tooMany && error.retryAfterSeconds == 20)
      }
      let other = try await relay.found(TestJournal(seed: testSeed &+ 1))
      try await service.admitAppend(as: other)
      _ = try await service.heads(as: session)
      relay.clock.advance(seconds: 20)
      try await service.admitAppend(as: session)
      #expect(await refusal { try await service.admitAppend(as: session) } == .tooMany)
    }
  }
}
