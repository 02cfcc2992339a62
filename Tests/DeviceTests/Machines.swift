import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSync
import Synchronization

@testable import AfterwitDevice

/// Two machines of one journal, each with a clock of its own that may be wrong.
final class Machines: Sendable {
  /// What the time is, and how far the clock of each machine is ahead of it.
  private final class Time: Sendable {
    let now = Mutex<UInt64>(1_800_001_000_000)
    let desk = Mutex<Int64>(0)
    let laptop = Mutex<Int64>(0)

    func shown(by offset: Int64) -> UInt64 {
      now.withLock { UInt64(Int64($0) + offset) }
    }
  }

  private let time = Time()
  private let relay: LiveRelay
  let desk: Device
  let laptop: Device

  /// Runs a body with two machines that know each other; both clocks are right.
  static func with(_ body: @Sendable @escaping (Machines) async throws -> Void) async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        let laptop = try await household.joiner("laptop", invitedBy: desk, at: relay)
        for device in [laptop, desk, laptop] { try await device.sync(at: relay) }
        try await body(Machines(household, relay))
      }
    }
  }

  private init(_ household: Household, _ relay: LiveRelay) throws {
    self.relay = relay
    let time = time
    func device(_ name: String, _ shown: @escaping @Sendable () -> UInt64) throws -> Device {
      try Device(
        opening: household.home(name),
        environment: Environment(
          nowMilliseconds: shown, randomBytes: household.environment.randomBytes,
          localTime: household.environment.localTime))
    }
    desk = try device("desk") { time.shown(by: time.desk.withLock { $0 }) }
    laptop = try device("laptop") { time.shown(by: time.laptop.withLock { $0 }) }
  }

  /// What the time is.
  var now: UInt64 { time.shown(by: 0) }

  /// Sets how far a clock is ahead.
  func set(desk offset: Int64) { time.desk.withLock { $0 = offset } }
  func set(laptop offset: Int64) { time.laptop.withLock { $0 = offset } }

  /// Lets time pass: a minute, where nothing else is said.
  func advance(by milliseconds: Int64 = 60_000) {
    time.now.withLock { $0 += UInt64(milliseconds) }
  }

  /// Makes an entry a minute later; tells what the machine's clock showed.
  func write(_ words: String, on device: Device) throws -> (id: EntryID, time: UInt64) {
    advance()
    let id = try device.new(.mantra, edits: [.set(field: "words", value: words)])
    return (id, device.environment.nowMilliseconds())
  }

  /// One exchange of one machine.
  func exchange(_ device: Device) async throws -> SyncReport {
    try await device.sync(at: relay)
  }

  /// Brings both machines to the same.
  func sync() async throws {
    for device in [desk, laptop, desk] { try await device.sync(at: relay) }
  }
}
