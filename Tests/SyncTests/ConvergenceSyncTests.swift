import AfterwitEncoding
import AfterwitMemoryRelay
import AfterwitRelayContract
import AfterwitSync
import AfterwitWire
import Testing

@Suite("Devices and a relay come to hold the same")
struct ConvergenceSyncTests {
  @Test("a founder brings the journal, and a second device gets all of it")
  func first() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.devices[0].write(5)
    let founding = try await scene.sync(0)
    #expect(founding.outcome == .agreed)
    #expect(founding.pushed == 6)
    #expect(founding.pending == 0)
    #expect(await scene.devices[0].state.code == nil)
    let joining = try await scene.sync(1)
    #expect(joining.outcome == .agreed)
    #expect(joining.pulled == 5)
    #expect(await scene.isConverged())
  }

  @Test("three devices that wrote apart hold the same after two sessions each (AW-SYNC-1)")
  func three() async throws {
    var scene = try await Scene(devices: 3)
    try await scene.sync(0)
    for device in scene.devices {
      try await device.write(Int.random(in: 1...9, using: &scene.random))
    }
    try await scene.settle()
    #expect(await scene.isConverged(), "\(Scene.repeatLine)")
    #expect(await scene.devices[2].held.count > 5)
  }

  @Test("random writes, sessions and faults end in one set", arguments: 0..<12)
  func randomHistories(_ round: UInt64) async throws {
    var scene = try await Scene(devices: 3, seed: Scene.seed &+ round)
    try await scene.sync(0)
    await scene.relay.set(pageLimit: 3000)
    var backup = await scene.relay.backup()
    for _ in 0..<40 {
      let index = Int.random(in: 0..<3, using: &scene.random)
      switch Int.random(in: 0..<10, using: &scene.random) {
      case 0: backup = await scene.relay.backup()
      case 1: await scene.relay.restore(backup, renaming: Bool.random(using: &scene.random))
      case 2: await scene.relay.endSessions()
      case 3: await scene.relay.set { $0.lostAnswers = [.append: 1, .pull: 1] }
      case 4: await scene.relay.set { $0.next = [.append: [.notARelay("HTML")]] }
      case 5...7: try await scene.devices[index].write(2, bytes: 200)
      default: try await scene.sync(index)
      }
    }
    await scene.relay.set { $0 = MemoryRelay.Faults() }
    try await scene.settle()
    #expect(await scene.isConverged(), "round \(round): \(Scene.repeatLine)")
    #expect(await scene.devices[0].held.count > 10)
  }

  @Test("nothing new and a valid token is exactly one round trip (AW-SYNC-2)")
  func oneRoundTrip() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.devices[0].write(3)
    try await scene.settle()
    for index in 0..<2 {
      await scene.relay.clearCalls()
      let admissions = await scene.devices[index].admissions
      let report = try await scene.sync(index)
      #expect(report.agreed)
      #expect(report.roundTrips == 1)
      #expect(await scene.relay.calls == [.pull])
      #expect(await scene.devices[index].admissions == admissions)
    }
  }

  @Test("own envelopes are not pulled back when nobody else appended (AW-SYNC-8)")
  func cursorAdvances() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    try await scene.devices[0].write(3)
    let report = try await scene.sync(0)
    #expect(report.agreed)
    #expect(report.pushed == 3)
    #expect(report.alreadyHeld == 0)
    #expect(report.roundTrips == 2)
    #expect(await scene.devices[0].state.cursor?.position == 4)
  }

  @Test("a second device needs a page for each part and pushes into the same session")
  func pages() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.devices[0].write(60, bytes: 300)
    try await scene.sync(0)
    await scene.relay.set(pageLimit: 4000)
    try await scene.devices[1].write(4)
    let report = try await scene.sync(1)
    #expect(report.agreed)
    #expect(report.pulled == 60)
    #expect(report.pushed == 4)
    #expect(report.roundTrips > 8)
  }

  @Test("two branches of one log reach every device, and the fork is named (AW-SYNC-5)")
  func fork() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.sync(0)
    let clone = await scene.devices[1].author
    try await scene.devices[1].write(2)
    try await scene.sync(1)
    try await scene.sync(0)
    let other = try MemoryReplica(
      author: clone, genesis: scene.genesis, controls: [scene.controls[0]])
    try await other.write(3, bytes: 50)
    scene.devices.append(other)
    let report = try await scene.sync(2)
    #expect(report.forkedDevices == [clone.device])
    #expect(report.pushed == 3)
    try await scene.settle()
    #expect(await scene.isConverged())
    #expect(await scene.devices[0].heads().tips[clone.device]?.count == 2)
  }

  @Test("a kind that is not understood is kept, passed on and counted (AW-SYNC-7)")
  func unknownKind() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.devices[0].write(kind: EnvelopeKindCode(rawValue: 77))
    try await scene.devices[0].write()
    try await scene.sync(0)
    let report = try await scene.sync(1)
    #expect(report.agreed)
    #expect(report.unknown == 1)
    #expect(report.forged == 0)
    #expect(await scene.isConverged())
  }
}
