import AfterwitEncoding
import AfterwitMemoryRelay
import AfterwitRelayContract
import AfterwitSync
import AfterwitTestRandomness
import AfterwitWire

/// A relay and devices of one journal, all from one seed.
struct Scene {
  let relay: MemoryRelay
  let clock = TestClock()
  var random: SeededGenerator
  var devices: [MemoryReplica] = []
  let genesis: [UInt8]
  /// The founder's admissions of the others.
  var controls: [[UInt8]] = []

  /// A founder with a code, and others whose admissions the founder holds.
  init(devices count: Int, seed: UInt64 = Scene.seed) async throws {
    random = SeededGenerator(seed: seed)
    relay = MemoryRelay(seed: random.next())
    var founder = try TestMember(journal: TestMember.journal(random: &random), random: &random)
    genesis = try founder.found()
    let first = try MemoryReplica(
      author: founder, genesis: genesis, state: RelayState(code: await relay.makeCode()))
    devices = [first]
    for _ in 1..<max(count, 1) {
      let joined = try TestMember(journal: founder.journal, random: &random)
      controls.append(try await first.admit(joined.member))
      devices.append(try MemoryReplica(author: joined, genesis: genesis, controls: controls))
    }
  }

  /// The seed of the environment, or the usual one.
  static var seed: UInt64 { Effort.seed ?? 20_261_121 }

  /// The line that repeats a failure.
  static var repeatLine: String { "AFTERWIT_SEED=\(seed) swift test --filter SyncTests" }

  /// One session of a device.
  @discardableResult
  mutating func sync(_ index: Int, budget: Duration = .seconds(60)) async throws -> SyncReport {
    try await synchronize(
      devices[index], with: relay, budget: budget, clock: clock, random: &random)
  }

  /// Sessions of all devices in turn until each agrees with a relay that no longer changes.
  mutating func settle() async throws {
    for _ in 0..<2 {
      for index in devices.indices {
        try await sync(index)
      }
    }
  }

  /// Whether all devices hold the same as the relay.
  func isConverged() async -> Bool {
    let held = await devices[0].held
    for device in devices where await device.held != held { return false }
    return await relay.count(of: devices[0].request.journal) == held.count
  }
}
