internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitRelaySQLite
internal import AfterwitSync
internal import AfterwitTestRandomness
internal import AfterwitWire
internal import GRDBSQLite
internal import Synchronization

/// The relay's machine: its folder, the service that runs on it, and what happens to both.
final class RelayHost: Sendable {
  private struct Running {
    let storage: SQLiteStorage
    let service: RelayService
  }

  let folder: String
  private let disk: SimulatedDisk
  private let time: SimulatedTime
  private let randomness: Randomness
  private let running = Mutex<Running?>(nil)

  /// Begins a relay with the files of a folder.
  init(
    folder: String, files: [String: [UInt8]], seed: UInt64, time: SimulatedTime
  ) throws {
    self.folder = folder
    self.time = time
    randomness = Randomness(seed: seed)
    disk = SimulatedDisk(folder: folder)
    try Scratch.fill(folder, with: files)
    try start()
  }

  /// The service, where it runs.
  var service: RelayService? { running.withLock { $0?.service } }

  /// Makes one code of the operator.
  func makeCode() async throws -> String {
    guard let service else { throw RelayFailure.unreachable(.silence("the relay is down")) }
    return try await service.makeCode()
  }

  private func start() throws {
    let environment = RelayEnvironment(
      nowMilliseconds: { [time] in time.milliseconds },
      elapsedMilliseconds: { [time] in time.milliseconds },
      randomBytes: { [randomness] in randomness.bytes($0) })
    let storage = try SQLiteStorage(folder: folder, environment: environment)
    let service = RelayService(
      storage: storage, environment: environment,
      rate: RelayRate(perSecond: 100_000, burst: 1_000_000))
    running.withLock { $0 = Running(storage: storage, service: service) }
  }

  private func stop() throws {
    try running.withLock { $0.take() }?.storage.close()
  }

  /// Pulls the plug: nothing that follows is kept.
  func die() {
    disk.die()
  }

  /// Stops the relay for good.
  func remove() {
    try? stop()
    disk.remove()
  }

  /// Begins anew with nothing.
  func wipe() throws {
    try stop()
    try Scratch.fill(folder, with: [:])
    try start()
  }

  /// A copy of the storage as an operator would keep it.
  func copy() throws -> [String: [UInt8]] {
    try Scratch.files(of: folder)
  }

  /// Goes back to a copy; a careful operator then gives the storage a new generation.
  func restore(_ files: [String: [UInt8]], isRenewed: Bool) throws {
    try stop()
    try Scratch.fill(folder, with: files)
    if isRenewed { try renew() }
    try start()
  }

  private func renew() throws {
    let digits = randomness.bytes(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open(folder + "/relay.sqlite", &connection) == SQLITE_OK,
      sqlite3_exec(connection, "UPDATE relay SET generation = x'\(digits)'", nil, nil, nil)
        == SQLITE_OK
    else { throw Violation(nil, "the copy of a relay cannot be opened") }
  }

  /// Loses power and comes back.
  func crash(using random: inout SeededGenerator) throws {
    disk.die()
    try? stop()
    var generator: SeededGenerator? = random
    try disk.revive(tearing: &generator)
    if let generator { random = generator }
    try start()
  }
}
