package import AfterwitRelay
package import AfterwitRelaySQLite
internal import AfterwitTestRandomness
package import AfterwitWire
internal import Foundation
internal import Synchronization

/// A relay on a folder of its own, with a manual clock and seeded randomness.
package struct TestRelay {
  /// The folder of its storage.
  package let folder: String
  /// The clock that its service reads.
  package let clock = ManualClock()
  /// What it keeps.
  package private(set) var storage: SQLiteStorage
  /// What answers.
  package private(set) var service: RelayService
  private let environment: RelayEnvironment

  /// A new relay.
  package init(
    rate: RelayRate = RelayRate(perSecond: 1_000_000, burst: 1_000_000),
    addresses: Set<String> = [], quota: Quota = Quota()
  ) throws {
    folder = NSTemporaryDirectory() + "relay-" + UUID().uuidString
    let random = Mutex(SeededGenerator(seed: testSeed))
    let clock = clock
    environment = RelayEnvironment(
      nowMilliseconds: { clock.milliseconds },
      elapsedMilliseconds: { clock.elapsed },
      randomBytes: { count in random.withLock { $0.bytes(count) } })
    storage = try SQLiteStorage(folder: folder, environment: environment)
    service = RelayService(
      storage: storage, environment: environment, rate: rate, addresses: addresses, quota: quota)
  }

  /// Runs a body with a relay and removes its folder.
  package static func with(
    rate: RelayRate = RelayRate(perSecond: 1_000_000, burst: 1_000_000),
    addresses: Set<String> = [], quota: Quota = Quota(),
    _ body: (inout TestRelay) async throws -> Void
  ) async throws {
    var relay = try TestRelay(rate: rate, addresses: addresses, quota: quota)
    defer { try? FileManager.default.removeItem(atPath: relay.folder) }
    try await body(&relay)
    try relay.storage.close()
  }

  /// Ends the process, as far as memory goes, and begins another on the same folder.
  package mutating func restart() throws {
    try storage.close()
    storage = try SQLiteStorage(folder: folder, environment: environment)
    service = RelayService(storage: storage, environment: environment)
  }

  /// Brings a journal here and gives the founder's session, or that of a device that is introduced.
  package func found(
    _ journal: TestJournal, as device: TestDevice? = nil, introduction: [[UInt8]] = []
  ) async throws -> RelaySession {
    let device = device ?? journal.founder
    return try await service.session(
      for: service.found(try await request(journal, as: device, introduction: introduction)))
  }

  /// How a journal is brought here, with a new code.
  package func request(
    _ journal: TestJournal, as device: TestDevice? = nil, introduction: [[UInt8]] = []
  ) async throws -> FoundRequest {
    try (device ?? journal.founder).founding(
      at: service, code: try await service.makeCode(), genesis: journal.genesis.bytes,
      introduction: introduction)
  }

  /// Logs a device in.
  package func login(_ device: TestDevice) async throws -> RelaySession {
    let request = ChallengeRequest(journal: device.journal, device: device.id)
    let challenge = try service.challenge(request)
    return try await service.session(for: service.login(device.login(challenge, for: request)))
  }

  /// Everything in the relay's order, pulled from the start.
  package func everything(_ session: RelaySession) async throws -> [[UInt8]] {
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
