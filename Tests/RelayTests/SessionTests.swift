import AfterwitEncoding
import AfterwitRelay
import AfterwitRelaySQLite
import AfterwitTestRandomness
import AfterwitTestRelay
import AfterwitWire
import Testing

@Suite("Challenges, sessions and codes")
struct SessionTests {
  @Test("A challenge is the relay's own and good once (AW-RELAY-1, AW-RELAY-2)")
  func challengeOnce() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      _ = try await relay.found(journal)
      let request = ChallengeRequest(journal: journal.id, device: journal.founder.id)
      let challenge = try relay.service.challenge(request)
      #expect(challenge.isSigned(for: request))
      let login = try journal.founder.login(challenge, for: request)
      _ = try await relay.service.login(login)
      let relayKey = challenge.relayKey
      let service = relay.service
      #expect(await refusal { _ = try await service.login(login) } == .unauthorized)
      try relay.restart()
      let restarted = relay.service
      #expect(await refusal { _ = try await restarted.login(login) } == .unauthorized)
      #expect(try restarted.challenge(request).relayKey == relayKey)
    }
  }

  @Test("A challenge ends after sixty seconds (AW-RELAY-2)")
  func challengeExpiry() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      _ = try await relay.found(journal)
      let request = ChallengeRequest(journal: journal.id, device: journal.founder.id)
      let late = try journal.founder.login(relay.service.challenge(request), for: request)
      let service = relay.service
      relay.clock.advance(seconds: Limits.challengeLifetime - 1)
      let intime = try journal.founder.login(service.challenge(request), for: request)
      relay.clock.advance(seconds: 1)
      #expect(await refusal { _ = try await service.login(late) } == .unauthorized)
      #expect(await refusal { _ = try await service.login(intime) } == nil)
    }
  }

  @Test("A challenge made for another, or made up, opens nothing (AW-RELAY-2)")
  func foreignChallenge() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let other = try journal.newDevice()
      let session = try await relay.found(journal)
      _ = try await relay.service.append([journal.admission(of: other).bytes], as: session)
      let service = relay.service
      let mine = ChallengeRequest(journal: journal.id, device: journal.founder.id)
      let theirs = ChallengeRequest(journal: journal.id, device: other.id)
      let swapped = try other.login(service.challenge(mine), for: theirs)
      #expect(await refusal { _ = try await service.login(swapped) } == .unauthorized)
      let invented = LoginRequest(
        start: SessionStart(
          request: mine, nonce: [UInt8](repeating: 0xff, count: 32),
          signature: [UInt8](repeating: 0, count: 64)),
        address: TestDevice.address)
      #expect(await refusal { _ = try await service.login(invented) } == .unauthorized)
    }
  }

  @Test("Strangers, unknown journals and wrong signatures look the same (AW-RELAY-3)")
  func sameRefusal() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      _ = try await relay.found(journal)
      let stranger = try journal.newDevice()
      let elsewhere = try TestJournal(seed: testSeed &+ 1)
      for (device, signer) in [
        (stranger, stranger), (elsewhere.founder, elsewhere.founder), (journal.founder, stranger),
      ] {
        let request = ChallengeRequest(journal: device.journal, device: device.id)
        let login = try signer.login(relay.service.challenge(request), for: request)
        let service = relay.service
        #expect(await refusal { _ = try await service.login(login) } == .unknown)
      }
    }
  }

  @Test("A login that is refused leaves its challenge good (AW-RELAY-55)")
  func refusedLogin() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      _ = try await relay.found(journal)
      let stranger = try journal.newDevice()
      let request = ChallengeRequest(journal: journal.id, device: journal.founder.id)
      let challenge = try relay.service.challenge(request)
      let wrong = try stranger.login(challenge, for: request)
      let right = try journal.founder.login(challenge, for: request)
      let service = relay.service
      #expect(await refusal { _ = try await service.login(wrong) } == .unknown)
      #expect(await refusal { _ = try await service.login(right) } == nil)
      #expect(await refusal { _ = try await service.login(right) } == .unauthorized)
    }
  }

  @Test("A session lasts a day, through a restart, and is kept as a hash (AW-RELAY-4)")
  func sessionExpiry() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      let request = try await relay.request(journal)
      let token = try await relay.service.found(request)
      try relay.restart()
      let service = relay.service
      relay.clock.advance(seconds: Limits.sessionLifetime - 1)
      #expect(try await service.session(for: token).device == journal.founder.id)
      relay.clock.advance(seconds: 1)
      #expect(await refusal { _ = try await service.session(for: token) } == .unauthorized)
      let kept = try await relay.storage.read { try $0.session(token.bytes) }
      #expect(kept == nil)
    }
  }

  @Test("A device has sixty-four sessions, the oldest ends first (AW-RELAY-4)")
  func sessionCount() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      _ = try await relay.found(journal)
      let request = ChallengeRequest(journal: journal.id, device: journal.founder.id)
      var tokens: [Token] = []
      for _ in 0...RelayLimits.sessionsPerDevice {
        relay.clock.advance(seconds: 1)
        let login = try journal.founder.login(relay.service.challenge(request), for: request)
        tokens.append(try await relay.service.login(login))
        if tokens.count <= RelayLimits.sessionsPerDevice {
          // What is in memory ends like what is not.
          _ = try await relay.service.session(for: tokens[0])
        }
      }
      let service = relay.service
      let (first, last) = (tokens[0], tokens[tokens.count - 1])
      #expect(await refusal { _ = try await service.session(for: first) } == .unauthorized)
      #expect(await refusal { _ = try await service.session(for: last) } == nil)
    }
  }

  @Test("A session in memory ends within a second when another process ends it (AW-RELAY-4)")
  func sessionEndedElsewhere() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      let code = try await relay.service.makeCode()
      let service = relay.service
      let token = try await service.found(
        journal.founder.founding(at: service, code: code, genesis: journal.genesis.bytes))
      let session = try await service.session(for: token)
      try await relay.storage.write { transaction in
        try transaction.insertSession(
          [1], StoredSession(journal: session.journal, device: session.device, expires: .max),
          limit: 1)
      }
      relay.clock.advance(seconds: 1)
      #expect(await refusal { _ = try await service.session(for: token) } == .unauthorized)
    }
  }

  @Test("A code is good once, however it is typed (AW-RELAY-5)")
  func codeOnce() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      let code = try await relay.service.makeCode()
      #expect(code.split(separator: "-").map(\.count) == [4, 4, 4, 4])
      let typed = code.uppercased().replacing("-", with: " ")
      let service = relay.service
      let request = try journal.founder.founding(
        at: service, code: typed, genesis: journal.genesis.bytes)
      _ = try await service.found(request)
      #expect(await refusal { _ = try await service.found(request) } == .code)
      for wrong in ["", "0000-0000-0000-0000", "not a code", String(code.dropLast())] {
        let attempt = try journal.founder.founding(
          at: service, code: wrong, genesis: journal.genesis.bytes)
        #expect(await refusal { _ = try await service.found(attempt) } == .code)
      }
    }
  }

  @Test("A code ends after seven days (AW-RELAY-5)")
  func codeExpiry() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      let service = relay.service
      let code = try await service.makeCode()
      relay.clock.advance(seconds: RelayLimits.codeLifetime / 1000)
      let request = try journal.founder.founding(
        at: service, code: code, genesis: journal.genesis.bytes)
      #expect(await refusal { _ = try await service.found(request) } == .code)
    }
  }

  @Test("A journal keeps its genesis; who brings it again gets a session (AW-RELAY-6)")
  func foundAgain() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      _ = try await relay.found(journal)
      let again = try await relay.found(journal)
      #expect(try await relay.everything(again) == [journal.genesis.bytes])
      var random = SeededGenerator(seed: testSeed &+ 2)
      var impostor = try TestDevice(journal: journal.id, from: &random)
      let genesis = try impostor.found()
      let code = try await relay.service.makeCode()
      let service = relay.service
      let request = try impostor.founding(
        at: service, code: code, genesis: genesis.bytes)
      #expect(await refusal { _ = try await service.found(request) } == .unknown)
      let change = try journal.founder.envelope([1], number: 1, previous: .zero)
      let noGenesis = try impostor.founding(
        at: service, code: code, genesis: change.bytes)
      #expect(await refusal { _ = try await service.found(noGenesis) } == .malformed)
      let honest = try journal.founder.founding(
        at: service, code: code, genesis: journal.genesis.bytes)
      #expect(await refusal { _ = try await service.found(honest) } == nil)
    }
  }

  @Test("What founds no roster is refused, and the code stays good (AW-RELAY-6, AW-SEAL-26)")
  func noFounding() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      let code = try await relay.service.makeCode()
      let whole = try journal.founder.foundingRecords()
      let service = relay.service
      for place in whole.indices {
        var records = whole
        records.remove(at: place)
        let genesis = try journal.founder.envelope(
          ControlRecord.encode(records), kind: .control, number: 1, previous: .zero)
        let request = try journal.founder.founding(
          at: service, code: code, genesis: genesis.bytes)
        #expect(await refusal { _ = try await service.found(request) } == .malformed)
      }
      let request = try journal.founder.founding(
        at: service, code: code, genesis: journal.genesis.bytes)
      #expect(await refusal { _ = try await service.found(request) } == nil)
    }
  }

  @Test("A device that is introduced may bring its journal (AW-RELAY-7)")
  func founderNotYetMember() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      var other = try journal.newDevice()
      let admission = try journal.admission(of: other).bytes
      let session = try await relay.found(journal, as: other, introduction: [admission])
      let page = [
        admission, try other.write(journal.payload()).bytes,
      ]
      let answer = try await relay.service.append(page, as: session)
      #expect(answer.outcomes == [.stored, .stored])
      #expect(try await relay.everything(session).count == 3)
      #expect(try await relay.login(other).device == other.id)
    }
  }

  @Test("Members are known after a restart (AW-RELAY-18)")
  func rosterAfterRestart() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      var other = try journal.newDevice()
      let session = try await relay.found(journal)
      _ = try await relay.service.append([journal.admission(of: other).bytes], as: session)
      let generation = relay.service.generation
      try relay.restart()
      #expect(relay.service.generation == generation)
      let mine = try await relay.login(other)
      let change = try other.write(journal.payload())
      let answer = try await relay.service.append([change.bytes], as: mine)
      #expect(answer.outcomes == [.stored])
    }
  }

  @Test("Too many requests are refused with the time to wait (AW-RELAY-8)")
  func rates() async throws {
    try await TestRelay.with(rate: RelayRate(perSecond: 2, burst: 5)) { relay in
      let service = relay.service
      for _ in 0..<5 { try service.admit(address: "1") }
      do throws(RelayDenial) {
        try service.admit(address: "1")
        Issue.record("the sixth request was admitted")
      } catch {
        #expect(error.refusal == .tooMany)
        #expect(error.retryAfterSeconds == 1)
      }
      try service.admit(address: "2")
      relay.clock.advance(seconds: 1)
      try service.admit(address: "1")
    }
  }

  @Test("A wall clock that is set back costs nobody a request (AW-RELAY-8, AW-RELAY-61)")
  func ratesOfASetClock() async throws {
    try await TestRelay.with(rate: RelayRate(perSecond: 2, burst: 5)) { relay in
      let service = relay.service
      for _ in 0..<5 { try service.admit(address: "1") }
      relay.clock.setBack(seconds: 3600)
      relay.clock.advance(seconds: 1)
      for _ in 0..<2 { try service.admit(address: "1") }
      #expect(await refusal { try service.admit(address: "1") } == .tooMany)
    }
  }

  @Test("A challenge gains no time by a clock that is set back (AW-RELAY-2, AW-RELAY-61)")
  func challengeOfASetClock() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      let session = try await relay.found(journal)
      let request = ChallengeRequest(journal: journal.id, device: journal.founder.id)
      let early = try journal.founder.login(relay.service.challenge(request), for: request)
      let service = relay.service
      relay.clock.setBack(seconds: 3600)
      #expect(await refusal { _ = try await service.login(early) } == .unauthorized)
      #expect(try await relay.login(journal.founder).journal == session.journal)
    }
  }

  @Test("A relay that was told its addresses refuses what was signed for another (AW-RELAY-64)")
  func otherAddress() async throws {
    let own: Set<String> = ["https://relay.test", "https://relay.example"]
    try await TestRelay.with(addresses: own) { relay in
      let journal = try TestJournal()
      let service = relay.service
      _ = try await relay.found(journal)
      let founder = journal.founder
      for (address, expected) in [
        ("https://relay.example", nil), ("https://relay.attacker", RelayRefusal.address),
        ("", .address),
      ] {
        let challenge = try service.challenge(founder.request)
        let login = try founder.login(challenge, for: founder.request, at: address)
        #expect(await refusal { _ = try await service.login(login) } == expected)
        let founding = try founder.founding(
          service.challenge(founder.request), code: "0000-0000-0000-0000",
          genesis: journal.genesis.bytes, at: address)
        #expect(await refusal { _ = try await service.found(founding) } == expected ?? .code)
      }
    }
  }

  @Test("Who has a code and the genesis is nobody's device by that (AW-RELAY-7)")
  func noMember() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let stranger = try journal.newDevice()
      let service = relay.service
      let code = try await service.makeCode()
      // The stranger's signature under the founder's name, as a former relay could send it.
      let request = journal.founder.request
      let posing = try stranger.founding(
        service.challenge(request), for: request, code: code, genesis: journal.genesis.bytes)
      #expect(await refusal { _ = try await service.found(posing) } == .unknown)
      let plain = try stranger.founding(at: service, code: code, genesis: journal.genesis.bytes)
      #expect(await refusal { _ = try await service.found(plain) } == .unknown)
      let honest = try journal.founder.founding(
        at: service, code: code, genesis: journal.genesis.bytes)
      #expect(await refusal { _ = try await service.found(honest) } == nil)
    }
  }
}
