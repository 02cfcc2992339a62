import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRelay
import AfterwitWire
import Testing

@Suite("What the control envelopes of one journal cost the others")
struct FoldingTests {
  @Test("Thousands of epochs and keys of one journal are folded in one go (AW-SEAL-35)")
  func crowdedJournal() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let records = (0..<8000).map { number in
        ControlRecord.epoch(
          Epoch(number: UInt32(number) + 2, identity: [UInt8](repeating: 9, count: 32)))
      }
      for _ in 0..<4 {
        let envelope = try journal.founder.write(ControlRecord.encode(records), kind: .control)
        let answer = try await relay.service.append([envelope.bytes], as: session)
        #expect(answer.outcomes == [.stored])
      }
      try relay.restart()
      let (service, founder) = (relay.service, journal.founder)
      let start = ContinuousClock.now
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            let challenge = try service.challenge(founder.request)
            _ = try await service.login(founder.login(challenge, for: founder.request))
          }
        }
        try await group.waitForAll()
      }
      // 32,000 records compared with each other took minutes; to read them takes a part of a second.
      #expect(start.duration(to: .now) < .seconds(30))
    }
  }

  @Test("Of an introduction only the chain that leads to the device is followed (AW-RELAY-19)")
  func chain() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      _ = try await relay.found(journal)
      var middle = try journal.newDevice()
      let last = try journal.newDevice()
      let crowd = try (0..<50).map { _ in
        try journal.admission(of: journal.newDevice()).bytes
      }
      let links = [
        try journal.admission(of: middle).bytes,
        try middle.write(ControlRecord.encode([.member(last.member)]), kind: .control).bytes,
      ]
      let service = relay.service
      for introduction in [links, links.reversed(), crowd + links, links + [[1, 2, 3]]] {
        let challenge = try service.challenge(last.request)
        let login = try last.login(challenge, for: last.request, introduction: introduction)
        #expect(await refusal { _ = try await service.login(login) } == nil)
      }
      for introduction in [crowd, [links[1]], [links[0]], crowd + [links[0]]] {
        let challenge = try service.challenge(last.request)
        let login = try last.login(challenge, for: last.request, introduction: introduction)
        #expect(await refusal { _ = try await service.login(login) } == .unknown)
      }
    }
  }
}
