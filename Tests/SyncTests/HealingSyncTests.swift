import AfterwitEncoding
import AfterwitMemoryRelay
import AfterwitRelayContract
import AfterwitSync
import AfterwitWire
import Testing

@Suite("A relay that forgot, went back or lies is found out and healed where it can be")
struct HealingSyncTests {
  @Test("a wiped relay is filled again by one device with a code (AW-SYNC-9)")
  func wipe() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.devices[0].write(4)
    try await scene.settle()
    await scene.relay.wipe()
    #expect(try await scene.sync(0).outcome == .unknownJournal)
    let code = await scene.relay.makeCode()
    var state = await scene.devices[0].state
    state.code = code
    await scene.devices[0].remember(state)
    let report = try await scene.sync(0)
    #expect(report.outcome == .agreed)
    #expect(report.generationChanged)
    #expect(report.pushed == 5)
    #expect(try await scene.sync(1).outcome == .agreed)
    #expect(await scene.isConverged())
  }

  @Test(
    "a rollback is healed, whether it is admitted or not (AW-SYNC-9)", arguments: [true, false])
  func rollback(renaming: Bool) async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    let backup = await scene.relay.backup()
    try await scene.devices[0].write(3)
    try await scene.devices[1].write(2)
    try await scene.settle()
    await scene.relay.restore(backup, renaming: renaming)
    let report = try await scene.sync(1)
    #expect(report.outcome == .agreed)
    #expect(report.pushed == 5)
    #expect(report.generationChanged == renaming)
    try await scene.settle()
    #expect(await scene.isConverged())
  }

  @Test("what a relay lost and has again is told once, by who wrote it (AW-SYNC-21)")
  func toldOnce() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    let backup = await scene.relay.backup()
    try await scene.devices[0].write(3)
    try await scene.devices[1].write(2)
    try await scene.settle()
    await scene.relay.restore(backup, renaming: false)
    try await scene.devices[1].write(1)
    let report = try await scene.sync(1)
    let (first, second) = (scene.devices[0].request.device, scene.devices[1].request.device)
    #expect(report.outcome == .agreed)
    #expect(report.restored == [first: 3, second: 2])
    #expect(report.pushed == 6)
    for index in [1, 0, 1] {
      let later = try await scene.sync(index)
      #expect(later.outcome == .agreed && later.restored.isEmpty)
    }
    #expect(await scene.isConverged())
  }

  @Test("a loss that a session found and could not heal is told by the one that does (AW-SYNC-21)")
  func toldLater() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    let backup = await scene.relay.backup()
    try await scene.devices[0].write(3)
    try await scene.sync(0)
    await scene.relay.restore(backup, renaming: true)
    await scene.relay.set { $0.always = [.append: .notARelay("HTML")] }
    let broken = try await scene.sync(0)
    #expect(broken.outcome == .interrupted && broken.restored.isEmpty)
    await scene.relay.set { $0.always = [:] }
    let report = try await scene.sync(0)
    #expect(report.outcome == .agreed)
    #expect(report.restored == [scene.devices[0].request.device: 3])
  }

  @Test("what others wrote into a relay that went back is not taken for lost (AW-SYNC-21)")
  func writtenByOthers() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.devices[1].write(4)
    try await scene.settle()
    let backup = await scene.relay.backup()
    try await scene.devices[0].write(3)
    try await scene.sync(0)
    await scene.relay.restore(backup, renaming: false)
    try await scene.devices[1].write(7)
    #expect(try await scene.sync(1).restored.isEmpty)
    let report = try await scene.sync(0)
    #expect(report.outcome == .agreed && report.pulled == 7)
    #expect(report.restored == [scene.devices[0].request.device: 3])
    try await scene.settle()
    #expect(await scene.isConverged())
  }

  @Test("another generation drops the cursor and fetches by log (AW-SYNC-6)")
  func otherGeneration() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    try await scene.devices[0].write(3)
    try await scene.sync(0)
    let backup = await scene.relay.backup()
    await scene.relay.restore(backup, renaming: true)
    await scene.relay.set { $0.next = [.pull: [.refused(.cursor, retryAfterSeconds: nil)]] }
    await scene.relay.clearCalls()
    let report = try await scene.sync(1)
    #expect(report.outcome == .agreed)
    #expect(report.pulled == 3)
    #expect(report.generationChanged)
    #expect(await scene.relay.calls == [.pull, .heads, .log])
    #expect(await scene.devices[1].state.cursor?.position == 5)
  }

  @Test("a page whose envelopes come last first is admitted whole")
  func reversed() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.devices[0].write(30, bytes: 300)
    try await scene.sync(0)
    try await scene.sync(1)
    try await scene.devices[0].write(30, bytes: 300)
    try await scene.sync(0)
    await scene.relay.set(pageLimit: 3000)
    await scene.relay.set { $0.isReversed = true }
    #expect(try await scene.sync(1).outcome == .agreed)
    #expect(await scene.isConverged())
  }

  @Test("what the order hides and the heads name is fetched by log (AW-SYNC-5)")
  func hidden() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    let written = try await scene.devices[0].write(9)
    try await scene.sync(0)
    let id = try Envelope(parsing: written[4]).id
    await scene.relay.set { $0.hiddenFromOrder = [id] }
    await scene.relay.clearCalls()
    let report = try await scene.sync(1)
    #expect(report.outcome == .agreed)
    #expect(report.pulled == 9)
    #expect(await scene.relay.calls == [.pull, .log])
    #expect(await scene.isConverged())
  }

  @Test("a forged envelope is counted and the rest goes on (AW-SYNC-7)")
  func forged() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    let written = try await scene.devices[0].write(5)
    try await scene.sync(0)
    try await scene.devices[1].write(2)
    var bad = written[2]
    bad[230] ^= 1
    let forgery = bad
    await scene.relay.set { $0.injected = [forgery, [1, 2, 3]] }
    let report = try await scene.sync(1)
    #expect(report.outcome == .agreed)
    #expect(report.forged == 2)
    #expect(report.pulled == 5)
    #expect(report.pushed == 2)
    await scene.relay.set { $0.injected = [] }
    try await scene.settle()
    #expect(await scene.isConverged())
  }

  @Test("a forgery in place of the real one is fetched once a session, and push goes on")
  func forgedForEver() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    let written = try await scene.devices[0].write(5)
    try await scene.sync(0)
    try await scene.devices[1].write(2)
    let id = try Envelope(parsing: written[4]).id
    var bad = written[4]
    bad[230] ^= 1
    let forgery = bad
    await scene.relay.set { $0.replaced = [id: forgery] }
    await scene.relay.clearCalls()
    let report = try await scene.sync(1)
    #expect(report.outcome == .disagreed)
    #expect(report.forged == 1)
    #expect(report.missing == 1)
    #expect(report.pulled == 4)
    #expect(report.pushed == 2)
    #expect(await scene.relay.calls.filter { $0 == .log }.count == 1)
    await scene.relay.set { $0.replaced = [:] }
    #expect(try await scene.sync(1).outcome == .agreed)
    try await scene.settle()
    #expect(await scene.isConverged())
  }

  @Test("an envelope of nobody is asked for again once, then counted as forged")
  func stranger() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.settle()
    var stranger = try TestMember(
      journal: scene.devices[0].request.journal, random: &scene.random)
    let envelope = try stranger.write(payload: [1])
    await scene.relay.set { $0.injected = [envelope] }
    let report = try await scene.sync(0)
    #expect(report.outcome == .agreed)
    #expect(report.forged == 1)
  }

  @Test("a log that comes before its author's admission is asked for again")
  func earlyLog() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    let admitting = scene.devices[1].request
    var late: TestMember
    repeat {
      late = try TestMember(journal: admitting.journal, random: &scene.random)
    } while late.device > admitting.device
    let admission = try await scene.devices[1].admit(late.member)
    try await scene.sync(1)
    scene.devices.append(
      try MemoryReplica(
        author: late, genesis: scene.genesis, controls: scene.controls + [admission]))
    try await scene.devices[2].write(3)
    try await scene.sync(2)
    await scene.devices[0].remember(RelayState())
    await scene.relay.clearCalls()
    let report = try await scene.sync(0)
    #expect(report.outcome == .agreed)
    #expect(report.forged == 0)
    #expect(report.pulled == 4)
    #expect(await scene.relay.calls.filter { $0 == .log }.count == 3)
  }

  @Test("heads that name new tips each time hold nobody for ever (AW-SYNC-10)")
  func lyingHeads() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    let device = scene.devices[0].request.device
    await scene.relay.set { faults in
      faults.heads = { heads in
        var heads = heads
        var system = SystemRandomNumberGenerator()
        let id = EnvelopeID(TestMember.bytes(32, &system)) ?? .zero
        heads.tips[device, default: []].append(Heads.Tip(number: .max, id: id))
        return heads
      }
    }
    try await scene.devices[0].write(3)
    let report = try await scene.sync(0)
    #expect(report.outcome == .disagreed)
    #expect(report.pushed == 3)
    #expect(report.roundTrips < 40)
  }

  @Test("an order without end and without one genuine envelope is left (AW-SYNC-10)")
  func endlessOrder() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    try await scene.devices[0].write(2)
    await scene.relay.set {
      $0.injected = [[1, 2, 3]]
      $0.isEndless = true
    }
    let report = try await scene.sync(0)
    #expect(report.outcome == .interrupted)
    #expect(report.pushed == 2)
    #expect(report.roundTrips < 40)
  }

  @Test("an order that repeats what is held for ever is left (AW-SYNC-10)")
  func endlessReplay() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    let written = try await scene.devices[0].write(1)
    await scene.relay.set {
      $0.injected = written
      $0.isEndless = true
    }
    let report = try await scene.sync(0)
    #expect(report.outcome == .interrupted)
    #expect(report.pushed == 1)
    #expect(report.alreadyHeld == SyncSession.stalePageLimit)
  }

  @Test("a generation that changes with every answer holds nobody for ever (AW-SYNC-10)")
  func restless() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.sync(0)
    await scene.relay.set { $0.changesGeneration = true }
    let report = try await scene.sync(1)
    #expect(report.generationChanged)
    #expect(report.roundTrips < 60)
  }
}
