package import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitHTTP
internal import AfterwitJournal
package import AfterwitSync
internal import AfterwitTestRandomness
internal import Foundation
internal import Synchronization

/// Homes of one person on a machine of its own: a seeded environment and folders to be removed.
package struct Household: Sendable {
  /// The folder that holds the homes.
  package let folder: String
  /// Clock and randomness, from the seed.
  package let environment: Environment

  /// Runs a body with a household of a seed and removes its folders.
  package static func with<Value>(
    seed: UInt64 = 1, _ body: (Household) async throws -> Value
  ) async throws -> Value {
    let household = Household(seed: seed)
    defer { try? FileManager.default.removeItem(atPath: household.folder) }
    return try await body(household)
  }

  private init(seed: UInt64) {
    folder = NSTemporaryDirectory() + "household-" + UUID().uuidString
    let random = Mutex(SeededGenerator(seed: seed))
    let now = Mutex<UInt64>(1_800_000_000_000)
    environment = Environment(
      nowMilliseconds: {
        now.withLock { now in
          now += 1000
          return now
        }
      },
      randomBytes: { count in
        random.withLock { random in
          (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        }
      },
      localTime: { LocalTime(universal: $0) })
  }

  /// A home by name.
  package func home(_ name: String) -> Home {
    Home(path: folder + "/" + name)
  }

  /// Copies a home as it is, open or not, as a machine is cloned or a backup made.
  package func copy(_ name: String, to other: String) throws {
    try FileManager.default.createDirectory(
      atPath: home(other).path, withIntermediateDirectories: true)
    for file in ["journal.sqlite", "journal.sqlite-wal"] {
      let source = home(name).path + "/" + file
      guard FileManager.default.fileExists(atPath: source) else { continue }
      try FileManager.default.copyItem(atPath: source, toPath: home(other).path + "/" + file)
    }
  }

  /// Opens the device of a home.
  package func device(_ name: String) throws -> Device {
    try Device(opening: home(name), environment: environment)
  }

  /// Founds the journal on a machine.
  package func founder(_ name: String) throws -> Device {
    try Device.initialize(home(name), name: name, environment: environment) { _ in }
  }

  /// Founds the journal on a machine and brings it to a relay.
  package func founder(_ name: String, at relay: LiveRelay) async throws -> Device {
    let device = try founder(name)
    try device.setRelay(relay.address.text, code: try await relay.makeCode())
    try await device.sync(at: relay)
    return device
  }

  /// Lets a further machine join through the relay, which may be another for either of them.
  package func joiner(
    _ name: String, invitedBy device: Device, at relay: LiveRelay,
    through other: (any Relay) -> any Relay = { $0 },
    invitedThrough own: @escaping @Sendable (any Relay) -> any Relay = { $0 }
  ) async throws -> Device {
    let (lines, continuation) = AsyncStream<String>.makeStream()
    let words = Mutex<[[String]]>([])
    let invited = Task {
      try await withHTTPRelay(at: relay.address) { http in
        try await device.invite(over: own(http)) { line in
          continuation.yield(line)
        } confirm: { shown in
          words.withLock { $0.append(shown) }
          return true
        }
      }
    }
    var iterator = lines.makeAsyncIterator()
    let line = await iterator.next() ?? ""
    let joined: Result<Device, any Error>
    do {
      joined = .success(
        try await withHTTPRelay(at: relay.address) { http in
          try await Device.join(
            home(name), name: name, invite: line, environment: environment,
            makeRelay: { _ in other(http) }
          ) { shown in
            words.withLock { $0.append(shown) }
            return true
          }
        })
    } catch {
      joined = .failure(error)
    }
    _ = try await invited.value
    let shown = words.withLock { $0 }
    guard shown.count == 2, shown[0] == shown[1], shown[0].count == 4 else {
      throw HouseholdFailure.differentWords(shown)
    }
    return try joined.get()
  }
}

/// What went wrong while a household was set up.
package enum HouseholdFailure: Error {
  /// The two screens did not show the same four words.
  case differentWords([[String]])
}

extension Device {
  /// Syncs with a live relay over HTTP.
  @discardableResult
  package func sync(at relay: LiveRelay) async throws -> SyncReport {
    try await withHTTPRelay(at: relay.address) { http in
      try await sync(with: http, timeout: .seconds(600))
    }
  }
}
