import AfterwitEncoding
import AfterwitMemoryRelay
import AfterwitRelayContract
import AfterwitSync
import AfterwitWire
import Testing

@Suite("A session opens with a token, a signature or a code")
struct OpeningSyncTests {
  @Test("a token that has ended is replaced by a login (AW-SYNC-3)")
  func expired() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    let old = await scene.devices[0].state.token
    await scene.relay.endSessions()
    await scene.relay.clearCalls()
    let report = try await scene.sync(0)
    #expect(report.agreed)
    #expect(await scene.relay.calls == [.pull, .challenge, .login, .pull])
    #expect(await scene.devices[0].state.token != old)
  }

  @Test("an unknown journal without a code ends as that, and nothing is lost (AW-SYNC-4)")
  func unknownJournal() async throws {
    var scene = try await Scene(devices: 1)
    await scene.devices[0].remember(RelayState())
    let report = try await scene.sync(0)
    #expect(report.outcome == .unknownJournal)
    #expect(report.roundTrips == 2)
    #expect(await scene.devices[0].held.count == 1)
  }

  @Test(
    "a relay under another path is no relay that does not know the journal, and the code stays",
    arguments: [RelayRefusal.path, .unknown])
  func wrongPath(_ refusal: RelayRefusal) async throws {
    var scene = try await Scene(devices: 1)
    let code = await scene.relay.makeCode()
    await scene.devices[0].remember(RelayState(code: code))
    await scene.relay.set { faults in
      faults.always[.challenge] = .refused(refusal, retryAfterSeconds: nil)
    }
    let report = try await scene.sync(0)
    #expect(report.outcome == .failed(.refused(.path, retryAfterSeconds: nil)))
    #expect(report.roundTrips == 1)
    #expect(await scene.devices[0].state.code == code)
  }

  @Test("a wrong code is refused and forgotten (AW-SYNC-4)")
  func wrongCode() async throws {
    var scene = try await Scene(devices: 1)
    await scene.devices[0].remember(RelayState(code: "wrong"))
    let report = try await scene.sync(0)
    #expect(report.outcome == .codeRefused)
    #expect(await scene.devices[0].state.code == nil)
  }

  @Test("a founding whose answer was lost is found to have worked")
  func lostFounding() async throws {
    var scene = try await Scene(devices: 1)
    await scene.relay.set { $0.lostAnswers = [.found: 1] }
    let report = try await scene.sync(0)
    #expect(report.outcome == .agreed)
    #expect(await scene.isConverged())
  }

  @Test("a login whose answer was lost is made again (AW-SYNC-3)")
  func lostLogin() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    await scene.relay.endSessions()
    await scene.relay.set { $0.lostAnswers = [.login: 1] }
    #expect(try await scene.sync(0).outcome == .agreed)
  }

  @Test("a relay that shows another key than before is not signed to (AW-SYNC-26)")
  func otherKey() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    let key = await scene.devices[0].state.relayKey
    #expect(key?.count == 32)
    await scene.devices[0].remember(RelayState(relayKey: [UInt8](repeating: 1, count: 32)))
    await scene.relay.clearCalls()
    #expect(try await scene.sync(0).outcome == .failed(.otherKey))
    #expect(await scene.relay.calls == [.challenge])
    await scene.devices[0].remember(RelayState())
    #expect(try await scene.sync(0).outcome == .agreed)
    #expect(await scene.devices[0].state.relayKey == key)
  }

  @Test("a joined device brings the journal to a new relay with its own code (AW-SYNC-9)")
  func anyMemberFounds() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    await scene.relay.wipe()
    await scene.devices[1].remember(RelayState(code: await scene.relay.makeCode()))
    await scene.devices[1].introduce(by: scene.controls)
    #expect(try await scene.sync(1).outcome == .agreed)
    #expect(try await scene.sync(0).outcome == .agreed)
    #expect(await scene.isConverged())
  }

  @Test("a member that the relay lost logs in with what admitted it (AW-SYNC-18)")
  func introduction() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.sync(0)
    let backup = await scene.relay.backup()
    let late = try TestMember(
      journal: scene.devices[1].request.journal, random: &scene.random)
    let admission = try await scene.devices[1].admit(late.member)
    try await scene.sync(1)
    let joined = try MemoryReplica(
      author: late, genesis: scene.genesis, controls: scene.controls + [admission])
    await joined.introduce(by: scene.controls + [admission])
    scene.devices.append(joined)
    try await joined.write(2)
    await scene.relay.restore(backup, renaming: true)
    await scene.relay.clearCalls()
    let report = try await scene.sync(2)
    #expect(report.outcome == .agreed && report.pushed == 3)
    let calls = await scene.relay.calls
    #expect(calls.prefix(4) == [.challenge, .login, .challenge, .login])
    try await scene.settle()
    #expect(await scene.isConverged())
  }

  @Test("an introduction that leads nowhere ends as an unknown journal (AW-SYNC-18)")
  func vainIntroduction() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.sync(0)
    await scene.relay.wipe()
    await scene.devices[1].introduce(by: scene.controls)
    let report = try await scene.sync(1)
    #expect(report.outcome == .unknownJournal && report.roundTrips == 4)
  }

  @Test("a challenge that its own key did not sign ends the session unsigned (AW-SYNC-16)")
  func impostor() async throws {
    let scene = try await Scene(devices: 1)
    var session = SyncSession(
      request: scene.devices[0].request, at: scene.relay.address)
    try #require(session.start() == .recall)
    try #require(
      session.handle(.recalled(RelayState())) == .challenge(scene.devices[0].request))
    let challenge = Challenge(
      nonce: [UInt8](repeating: 1, count: 32), relayKey: [UInt8](repeating: 2, count: 32),
      signature: [UInt8](repeating: 3, count: 64))
    guard let generation = Generation([UInt8](repeating: 0, count: 16)),
      case .end(let report) = session.handle(.challenged(generation, challenge)),
      case .failed(.notARelay) = report.outcome
    else {
      Issue.record("the session went on")
      return
    }
  }

  @Test("a token that is refused again and again ends the session")
  func endlessRefusal() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    await scene.relay.set { faults in
      for call in [MemoryRelay.Call.pull, .heads] {
        faults.always[call] = .refused(.unauthorized, retryAfterSeconds: nil)
      }
    }
    let report = try await scene.sync(0)
    #expect(report.outcome == .failed(.refused(.unauthorized, retryAfterSeconds: nil)))
    #expect(report.roundTrips < 12)
  }
}
