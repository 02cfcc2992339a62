import AfterwitEncoding
import AfterwitRelay
import AfterwitRelaySQLite
import AfterwitTestRelay
import AfterwitWire
import Testing

@Suite("Appending envelopes")
struct AppendTests {
  @Test("An envelope is stored once, and known again (AW-RELAY-10)")
  func idempotent() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let first = try journal.change()
      let answer = try await relay.service.append(
        [journal.genesis.bytes, first.bytes, first.bytes], as: session)
      #expect(answer.outcomes == [.alreadyHeld, .stored, .alreadyHeld])
      #expect(answer.before.position == 1)
      #expect(answer.after == answer.before.advanced(past: first.id))
      #expect(answer.heads.tips == [journal.founder.id: [.init(number: 2, id: first.id)]])
      let resigned = Envelope(
        header: first.header, signature: [UInt8](repeating: 1, count: 64),
        payload: first.payload)
      let again = try await relay.service.append([resigned.bytes], as: session)
      #expect(again.outcomes == [.alreadyHeld])
      #expect(try await relay.everything(session) == [journal.genesis.bytes, first.bytes])
    }
  }

  @Test("An admission counts for the envelopes after it in the page (AW-RELAY-11)")
  func admissionWithinPage() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      var other = try journal.newDevice()
      let session = try await relay.found(journal)
      let early = try other.write(journal.payload())
      let admission = try journal.admission(of: other)
      let answer = try await relay.service.append(
        [early.bytes, admission.bytes, early.bytes], as: session)
      #expect(answer.outcomes == [.refused(.member), .stored, .stored])
    }
  }

  @Test(
    "What cannot be stored is refused by itself, with its reason, whoever checks it (AW-RELAY-12)",
    arguments: ["in its turn", "before its turn"])
  func refusals(checked moment: String) async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      if moment == "before its turn" {
        // From now on the roster is in memory.
        _ = try await relay.service.append([journal.genesis.bytes], as: session)
      }
      let stranger = try journal.newDevice()
      let first = try journal.change()
      let second = try journal.change()
      let forged = Envelope(
        header: first.header, signature: second.signature, payload: first.payload)
      let spoiled = Envelope(
        header: first.header, signature: first.signature,
        payload: [UInt8](repeating: 0, count: first.payload.count))
      let elsewhere = try TestJournal(seed: testSeed &+ 1)
      let skipping = try journal.founder.envelope(
        [1], number: 7, previous: journal.genesis.id)
      let greatest = try journal.founder.envelope(
        [1], number: .max, previous: journal.genesis.id)
      let foreign = try stranger.envelope([1], number: 1, previous: .zero)
      let badControl = try journal.founder.envelope(
        [1, 5, 0], kind: .control, number: 2, previous: journal.genesis.id)
      let page = [
        second.bytes, forged.bytes, spoiled.bytes, elsewhere.genesis.bytes, skipping.bytes,
        greatest.bytes, foreign.bytes, badControl.bytes, [1, 2, 3], first.bytes, second.bytes,
      ]
      let answer = try await relay.service.append(page, as: session)
      #expect(
        answer.outcomes == [
          .refused(.gap), .refused(.signature), .refused(.signature), .refused(.journal),
          .refused(.gap), .refused(.gap), .refused(.member), .refused(.malformed),
          .refused(.malformed), .stored, .stored,
        ])
    }
  }

  @Test("A fork is stored, and answered with the prefix that was held (AW-RELAY-13)")
  func forks() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let first = try journal.change()
      let clone = try journal.founder.envelope([4, 4], number: 2, previous: journal.genesis.id)
      let answer = try await relay.service.append([first.bytes, clone.bytes], as: session)
      #expect(
        answer.outcomes == [
          .stored, .forked(held: Array(first.bytes.prefix(Envelope.prefixByteCount))),
        ])
      let tips = try answer.heads.tips[journal.founder.id].required()
      #expect(Set(tips.map(\.id)) == [first.id, clone.id])
      let log = try await relay.service.log(
        of: journal.founder.id, from: 2, through: 2, as: session)
      #expect(Set(log.envelopes) == [first.bytes, clone.bytes])
    }
  }

  @Test("A log has sixteen tips at most, and each of them may still grow (AW-RELAY-14)")
  func tips() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      let session = try await relay.found(journal)
      let branches = try (0..<17).map { index in
        try journal.founder.envelope(
          [UInt8(index)], number: 2, previous: journal.genesis.id)
      }
      let answer = try await relay.service.append(branches.map(\.bytes), as: session)
      #expect(answer.outcomes.first == .stored)
      #expect(answer.outcomes.last == .refused(.tips))
      #expect(answer.heads.tips[journal.founder.id]?.count == Limits.tips)
      let longer = try journal.founder.envelope([9], number: 3, previous: branches[3].id)
      let more = try await relay.service.append([longer.bytes], as: session)
      #expect(more.outcomes == [.stored])
    }
  }

  @Test("A branch that ends in an admission is closed, judged at the page's end (AW-RELAY-14)")
  func closedBranches() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      var (begins, ends): ([Envelope], [Envelope]) = ([], [])
      for index in 0..<40 {
        let begin = try journal.founder.envelope(
          [UInt8(index)], number: 2, previous: journal.genesis.id)
        begins.append(begin)
        ends.append(
          try journal.founder.envelope(
            ControlRecord.encode([.member(try journal.newDevice().member)]), kind: .control,
            number: 3, previous: begin.id))
      }
      let answer = try await relay.service.append((begins + ends).map(\.bytes), as: session)
      #expect(!answer.outcomes.contains(.refused(.tips)))
      #expect(answer.heads.tips[journal.founder.id]?.count == 40)
      // Sixteen open ones have room beside them, whoever is admitted again closes nothing, and what
      // goes on from a closed one opens it.
      let open = try (0..<17).map { index in
        try journal.founder.envelope([9, UInt8(index)], number: 2, previous: journal.genesis.id)
      }
      let more = try await relay.service.append(open.map(\.bytes), as: session)
      #expect(more.outcomes.dropLast().allSatisfy { $0 != .refused(.tips) })
      #expect(more.outcomes.last == .refused(.tips))
      let again = try journal.founder.envelope(
        ends[0].payload, kind: .control, number: 3, previous: open[16].id)
      let reopened = try journal.founder.envelope([7], number: 4, previous: ends[0].id)
      let last = try await relay.service.append(
        [open[16], again, reopened].map(\.bytes), as: session)
      #expect(last.outcomes == [.refused(.tips), .refused(.gap), .refused(.tips)])
    }
  }

  @Test("However many were let in, all of them write (AW-SEAL-27)")
  func crowd() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      var devices = try (2...520).map { _ in try journal.newDevice() }
      let envelopes = try [devices.prefix(300), devices.dropFirst(300)].map { some in
        try journal.founder.write(
          ControlRecord.encode(some.map { .member($0.member) }), kind: .control)
      }
      let inside = try devices[0].write(journal.payload())
      let beyond = try devices[518].write(journal.payload())
      let page = envelopes.map(\.bytes) + [inside.bytes, beyond.bytes, try journal.change().bytes]
      let answer = try await relay.service.append(page, as: session)
      #expect(answer.outcomes == [.stored, .stored, .stored, .stored, .stored])
      let again = try await relay.login(devices[0])
      #expect(try await relay.service.heads(as: again).heads == answer.heads)
    }
  }

  @Test("Envelopes of an unknown kind are stored like any other (AW-RELAY-15)")
  func unknownKind() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let odd = try journal.founder.write(
        [1, 2, 3], kind: EnvelopeKindCode(rawValue: 77))
      let answer = try await relay.service.append([odd.bytes], as: session)
      #expect(answer.outcomes == [.stored])
    }
  }

  @Test("A page past its limits is refused as a whole (AW-RELAY-16)")
  func pageLimits() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      let session = try await relay.found(journal)
      let large = [[UInt8](repeating: 0, count: Limits.page - 3)]
      #expect(
        await refusal { _ = try await relay.service.append(large, as: session) } == .tooLarge)
      let many = [[UInt8]](repeating: [], count: Limits.pageCount + 1)
      #expect(
        await refusal { _ = try await relay.service.append(many, as: session) } == .tooLarge)
    }
  }

  @Test("Requests that wait together are each answered for themselves (AW-RELAY-17)")
  func concurrentAppends() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      var pages: [[[UInt8]]] = []
      var admissions: [[UInt8]] = []
      for _ in 0..<20 {
        var device = try journal.newDevice()
        admissions.append(try journal.admission(of: device).bytes)
        pages.append(try (0..<5).map { _ in try device.write(journal.payload()).bytes })
      }
      _ = try await relay.service.append(admissions, as: session)
      let service = relay.service
      try await withThrowingTaskGroup(of: AppendAnswer.self) { group in
        for page in pages {
          group.addTask { try await service.append(page, as: session) }
        }
        for try await answer in group {
          #expect(answer.outcomes == Array(repeating: .stored, count: 5))
          #expect(answer.after.position == answer.before.position + 5)
        }
      }
      #expect(try await relay.everything(session).count == 1 + 20 + 100)
    }
  }

  @Test("Two processes that append in turn answer with the same tips (AW-RELAY-22)")
  func twoProcesses() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let other = RelayService(storage: relay.storage, environment: .system)
      for round in 0..<6 {
        let service = round.isMultiple(of: 2) ? relay.service : other
        let change = try journal.change()
        let answer = try await service.append([change.bytes], as: session)
        let tip = Heads.Tip(number: change.header.number, id: change.id)
        #expect(answer.outcomes == [.stored])
        #expect(answer.heads.tips == [journal.founder.id: [tip]])
      }
    }
  }

  @Test("The roster is right again after a transaction was rolled back (AW-RELAY-18)")
  func rollback() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let failing = RelayService(
        storage: FailingStorage(storage: relay.storage), environment: .system)
      var other = try journal.newDevice()
      let admission = try journal.admission(of: other)
      let change = try other.write(journal.payload())
      #expect(
        await refusal {
          _ = try await failing.append([admission.bytes, change.bytes], as: session)
        } == .busy)
      let answer = try await relay.service.append([change.bytes], as: session)
      #expect(answer.outcomes == [.refused(.member)])
      let request = ChallengeRequest(journal: journal.id, device: other.id)
      let login = try other.login(failing.challenge(request), for: request)
      #expect(await refusal { _ = try await failing.login(login) } == .unknown)
    }
  }
}

/// A storage whose writes do everything and then fail instead of committing.
private struct FailingStorage: RelayStorage {
  struct DiskFull: Error {}

  let storage: any RelayStorage
  var identity: RelayIdentity { storage.identity }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws -> Value {
    try await storage.read(body)
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws -> Value {
    try await storage.write { transaction in
      _ = try body(transaction)
      throw DiskFull()
    }
  }

  func close() throws { try storage.close() }
}
