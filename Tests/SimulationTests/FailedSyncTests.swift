import AfterwitDevice
import AfterwitJournal
import AfterwitSimulator
import AfterwitTestRandomness
import AfterwitTestThreads
import Synchronization
import Testing

@Suite("A disk that does not keep what was written", .patient)
struct FailedSyncTests {
  /// A home on a simulated disk.
  private final class Desk {
    let disk: SimulatedDisk
    private let path: String
    private let environment: Environment
    private var device: Device?

    init() throws {
      path = try Scratch.make()
      disk = SimulatedDisk(folder: path)
      let random = Mutex(SeededGenerator(seed: 1))
      environment = Environment(
        nowMilliseconds: { 1_800_000_000_000 },
        randomBytes: { count in
          random.withLock { random in (0..<count).map { _ in .random(in: 0...255, using: &random) }
          }
        }, localTime: { LocalTime(universal: $0) })
      device = try Device.initialize(
        Home(path: path), name: "desk", environment: environment
      ) { _ in }
    }

    deinit {
      device = nil
      disk.remove()
      Scratch.remove(path)
    }

    /// Writes a mantra; the failure, where there is one.
    func write(_ words: String) -> DeviceFailure? {
      do {
        _ = try device?.new(.mantra, edits: [.set(field: "words", value: words)])
        return nil
      } catch {
        return error
      }
    }

    /// Ends the process, or the machine where there is a generator, and begins anew.
    func restart(tearing random: SeededGenerator?) throws {
      disk.die()
      device = nil
      var random = random
      try disk.revive(tearing: &random)
      disk.heal()
      device = try Device(opening: Home(path: path), environment: environment)
    }

    /// The words of all mantras, in alphabetical order.
    func words() throws -> [String] {
      let device = try #require(device)
      return try device.list(ListFilter()).map { try device.entry($0.entry.id).text("words") }
        .sorted()
    }
  }

  /// Endings of a process, and power cuts that leave more or less.
  private static let ends: [SeededGenerator?] = [nil] + (0..<8).map { SeededGenerator(seed: $0) }

  @Test("What failed is not there later, however the process ends", arguments: ends.indices)
  func settled(end: Int) throws {
    let desk = try Desk()
    #expect(desk.write("Before.") == nil)
    desk.disk.setFaults { $0.failingSyncs = 1 }
    let failure = try #require(desk.write("Failed."))
    #expect(failure.cause == .storage(.input("disk I/O error")))
    try desk.restart(tearing: Self.ends[end])
    #expect(try desk.words() == ["Before."])
    #expect(desk.write("After.") == nil)
    try desk.restart(tearing: Self.ends[end])
    #expect(try desk.words() == ["After.", "Before."])
  }

  @Test("A disk that fails twice leaves a doubt, and says so", arguments: ends.indices)
  func doubted(end: Int) throws {
    let desk = try Desk()
    #expect(desk.write("Before.") == nil)
    desk.disk.setFaults { $0.failingSyncs = 2 }
    let failure = try #require(desk.write("Doubted."))
    #expect(failure.cause == .storage(.inDoubt("disk I/O error")))
    try desk.restart(tearing: Self.ends[end])
    let found = try desk.words()
    // Only a cut of the power can bring it back.
    #expect(found == ["Before."] || end > 0 && found == ["Before.", "Doubted."])
    #expect(desk.write("After.") == nil)
    try desk.restart(tearing: Self.ends[end])
    #expect(try desk.words() == (["After."] + found))
  }

  @Test("What is saved after a doubt, by another process, survives", arguments: ends.indices)
  func founded(end: Int) throws {
    let desk = try Desk()
    #expect(desk.write("Before.") == nil)
    desk.disk.setFaults { $0.failingSyncs = 2 }
    #expect(desk.write("Doubted.") != nil)
    // The next process reads from the system's memory what the disk may not have.
    try desk.restart(tearing: nil)
    #expect(desk.write("After.") == nil)
    try desk.restart(tearing: Self.ends[end])
    #expect(try desk.words() == ["After.", "Before."])
  }
}
