import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRandomness
import AfterwitWire
import Foundation
import Synchronization

/// A clock that moves only when told to.
final class ManualClock: Sendable {
  private let milliseconds = Mutex<UInt64>(1_800_000_000_000)

  var now: UInt64 { milliseconds.withLock { $0 } }

  func advance(seconds: UInt64) { milliseconds.withLock { $0 += seconds * 1000 } }
}

/// A relay on a folder of its own, with a manual clock and seeded randomness.
struct TestRelay {
  let folder: String
  let clock = ManualClock()
  private(set) var storage: SQLiteStorage
  private(set) var service: RelayService
  private let environment: RelayEnvironment

  init(rate: RelayRate = RelayRate(perSecond: 1_000_000, burst: 1_000_000)) throws {
    folder = NSTemporaryDirectory() + "relay-" + UUID().uuidString
    let random = Mutex(SeededGenerator(seed: testSeed))
    let clock = clock
    environment = RelayEnvironment(
      now: { clock.now }, randomBytes: { count in random.withLock { $0.bytes(count) } })
    storage = try SQLiteStorage(folder: folder, environment: environment)
    service = RelayService(storage: storage, environment: environment, rate: rate)
  }

  /// Runs a body with a relay and removes its folder.
  static func with(
    rate: RelayRate = RelayRate(perSecond: 1_000_000, burst: 1_000_000),
    _ body: (inout TestRelay) async throws -> Void
  ) async throws {
    var relay = try TestRelay(rate: rate)
    defer { try? FileManager.default.removeItem(atPath: relay.folder) }
    try await body(&relay)
    try relay.storage.close()
  }

  /// Ends the process, as far as memory goes, and begins another on the same folder.
  mutating func restart() throws {
    try storage.close()
    storage = try SQLiteStorage(folder: folder, environment: environment)
    service = RelayService(storage: storage, environment: environment)
  }

  /// Brings a journal here and gives the founder's session.
  func found(_ journal: TestJournal, as device: DeviceID? = nil) async throws -> RelaySession {
    let code = try await service.makeCode()
    let request = FoundRequest(
      code: code, device: device ?? journal.founder.id, genesis: journal.genesis.bytes)
    return try await service.session(for: service.found(request))
  }

  /// Logs a device in.
  func login(_ device: TestDevice) async throws -> RelaySession {
    let request = ChallengeRequest(journal: device.journal, device: device.id)
    let challenge = try service.challenge(request)
    return try await service.session(for: service.login(device.login(challenge, for: request)))
  }

  /// Everything in the relay's order, pulled from the start.
  func everything(_ session: RelaySession) async throws -> [[UInt8]] {
    var envelopes: [[UInt8]] = []
    var cursor = RelayCursor.start
    while true {
      let page = try await service.pull(after: cursor, as: session)
      envelopes += page.envelopes
      cursor = page.cursor
      if page.heads != nil { return envelopes }
    }
  }
}

/// The refusal that a call ends with, or `nil` when it succeeds.
func refusal(_ call: () async throws -> Void) async -> RelayRefusal? {
  do {
    try await call()
    return nil
  } catch {
    return (error as? RelayDenial)?.refusal
  }
}
