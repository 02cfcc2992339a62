import AfterwitSimulator
import AfterwitTestRandomness
import AfterwitTestThreads
import Foundation
import GRDBSQLite
import Testing

@Suite("The simulated disk", .patient)
struct DiskTests {
  /// A database on a simulated disk, written with plain SQL.
  private final class Notes {
    let disk: SimulatedDisk
    private let path: String
    private var connection: OpaquePointer?

    init() throws {
      path = try Scratch.make()
      disk = SimulatedDisk(folder: path)
    }

    deinit {
      close()
      disk.remove()
      Scratch.remove(path)
    }

    func open(_ settings: String) -> Bool {
      sqlite3_open(path + "/notes.sqlite", &connection) == SQLITE_OK
        && run("PRAGMA journal_mode = WAL") && run(settings)
        && run("CREATE TABLE IF NOT EXISTS note (text TEXT)")
    }

    func close() {
      sqlite3_close(connection)
      connection = nil
    }

    func run(_ sql: String) -> Bool {
      sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK
    }

    /// How many notes there are, or `nil` where the database is damaged.
    var count: Int? {
      var statement: OpaquePointer?
      defer { sqlite3_finalize(statement) }
      guard
        sqlite3_prepare_v2(connection, "SELECT count(*) FROM note", -1, &statement, nil)
          == SQLITE_OK, sqlite3_step(statement) == SQLITE_ROW
      else { return nil }
      return Int(sqlite3_column_int(statement, 0))
    }
  }

  private static let insert = "INSERT INTO note VALUES (hex(randomblob(700)))"

  @Test("What was committed with a sync is there after the power failed, at whatever write")
  func durable() throws {
    for moves in 0..<40 {
      let notes = try Notes()
      var random: SeededGenerator? = SeededGenerator(seed: UInt64(moves))
      #expect(notes.open("PRAGMA synchronous = FULL"))
      notes.disk.setFaults { $0.movesUntilCrash = moves }
      var saved = 0
      while notes.run(Self.insert) { saved += 1 }
      #expect(notes.disk.isDead)
      notes.close()
      try notes.disk.revive(tearing: &random)
      #expect(notes.open("PRAGMA synchronous = FULL"))
      let found = try #require(notes.count)
      #expect(found == saved || found == saved + 1)
    }
  }

  @Test("What was committed without a sync may be gone after the power failed")
  func undone() throws {
    var lost = 0
    for seed in UInt64(0)..<20 {
      let notes = try Notes()
      var random: SeededGenerator? = SeededGenerator(seed: seed)
      #expect(notes.open("PRAGMA synchronous = OFF"))
      for _ in 0..<5 { #expect(notes.run(Self.insert)) }
      notes.disk.die()
      notes.close()
      try notes.disk.revive(tearing: &random)
      lost += notes.open("PRAGMA synchronous = OFF") && notes.count == 5 ? 0 : 1
    }
    #expect(lost > 5)
  }

  @Test("A process that is killed leaves all it has written")
  func killed() throws {
    let notes = try Notes()
    var random: SeededGenerator?
    #expect(notes.open("PRAGMA synchronous = OFF"))
    for _ in 0..<5 { #expect(notes.run(Self.insert)) }
    notes.disk.die()
    #expect(!notes.run(Self.insert))
    notes.close()
    try notes.disk.revive(tearing: &random)
    #expect(notes.open("PRAGMA synchronous = OFF"))
    #expect(notes.count == 5)
  }

  @Test("A full disk refuses a commit, and what was there before stays")
  func full() throws {
    let notes = try Notes()
    #expect(notes.open("PRAGMA synchronous = FULL"))
    #expect(notes.run(Self.insert))
    notes.disk.setFaults { $0.room = 600 }
    #expect(!notes.run(Self.insert))
    notes.disk.heal()
    #expect(notes.run(Self.insert))
    #expect(notes.count == 2)
  }

  @Test("A sync that fails refuses a commit, and what comes later is safe again")
  func failedSync() throws {
    let notes = try Notes()
    var random: SeededGenerator? = SeededGenerator(seed: 1)
    #expect(notes.open("PRAGMA synchronous = FULL"))
    notes.disk.setFaults { $0.failingSyncs = 1 }
    #expect(!notes.run(Self.insert))
    #expect(notes.run(Self.insert))
    notes.disk.die()
    notes.close()
    try notes.disk.revive(tearing: &random)
    #expect(notes.open("PRAGMA synchronous = FULL"))
    #expect(notes.count == 1)
  }

  @Test("A disk whose files are open is not revived")
  func stillOpen() throws {
    let notes = try Notes()
    var random: SeededGenerator?
    #expect(notes.open("PRAGMA synchronous = FULL"))
    notes.disk.die()
    #expect(throws: SimulatedDisk.StillOpen.self) { try notes.disk.revive(tearing: &random) }
  }
}
