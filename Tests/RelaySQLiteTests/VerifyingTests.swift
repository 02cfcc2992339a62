import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRandomness
import AfterwitTestRelay
import AfterwitWire
import Foundation
import GRDB
import Testing

@testable import AfterwitRelaySQLite

@Suite("A look at all that a relay holds (AW-RELAY-72)")
struct VerifyingTests {
  /// Something that is broken on purpose, and what is said of it.
  struct Breakage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let sql: String
    let told: [String]

    init(_ name: String, _ sql: String, _ told: [String]) {
      testDescription = name
      self.sql = sql
      self.told = told
    }
  }

  /// The order is: genesis, a change, the admission of another device, its first change, its second.
  private static let breakages = [
    Breakage(
      "an envelope is missing", "DELETE FROM envelope WHERE position = 4",
      [
        "4: the envelope is missing", "5: the envelope before it in its log is missing",
        "it has 7872 bytes, and 8408 are kept as their sum",
      ]),
    Breakage(
      "the last envelope is missing", "DELETE FROM envelope WHERE position = 5",
      [
        "the order ends at 4, and its end is kept as 5",
        "it has 7872 bytes, and 8408 are kept as their sum", "a tip is kept that is none: DEVICE 2",
        "a tip is not kept: DEVICE 1",
      ]),
    Breakage(
      "two envelopes changed places",
      """
      UPDATE envelope SET position = 9 WHERE position = 4;
      UPDATE envelope SET position = 4 WHERE position = 5;
      UPDATE envelope SET position = 5 WHERE position = 9
      """,
      [
        "4: its running hash is wrong", "4: the envelope before it in its log is missing",
        "5: its running hash is wrong",
        "the order ends at 5, and its end is kept as 5",
      ]),
    Breakage(
      "an admission is hidden", "UPDATE envelope SET kind = 1 WHERE position = 3",
      [
        "3: it is kept under another device, number or kind than its own",
        "its last control envelope is kept wrongly",
      ]),
    Breakage(
      "a running hash", "UPDATE envelope SET running_hash = zeroblob(32) WHERE position = 2",
      ["2: its running hash is wrong", "3: its running hash is wrong"]),
    Breakage(
      "the genesis", "UPDATE journal SET genesis = zeroblob(32)",
      ["1: it is not the genesis of the journal"]),
    Breakage(
      "a tip is gone", "DELETE FROM tip WHERE number = 2",
      ["a tip is not kept: DEVICE 2"]),
    Breakage(
      "a tip is made up", "UPDATE tip SET id = zeroblob(32) WHERE number = 2",
      ["a tip is kept that is none: DEVICE 2"]),
    Breakage(
      "rows of no journal",
      "PRAGMA foreign_keys = OFF; INSERT INTO tip VALUES (7, zeroblob(32), 1, zeroblob(32))",
      ["there are rows of no journal in the table tip"]),
    Breakage(
      "who the relay is", "UPDATE relay SET signing_seed = x'00'",
      ["what is kept of the relay's identity makes no sense"]),
    Breakage(
      "an id that is none", "UPDATE journal SET genesis = x'00'",
      ["what is kept of a journal makes no sense"]),
  ]

  @Test("What is as it was written is sound")
  func sound() async throws {
    try await Self.withJournal { relay, _, _ in
      let (faults, found) = try await Self.verify(relay)
      #expect(faults == [])
      #expect(found?.journals == 1 && found?.envelopes == 5)
    }
  }

  @Test("What was broken is named", arguments: breakages)
  func broken(_ breakage: Breakage) async throws {
    try await Self.withJournal { relay, _, other in
      try await relay.storage.pool.writeWithoutTransaction { database in
        try database.execute(sql: breakage.sql)
      }
      let told = try await Self.verify(relay).faults.map(Self.words)
      let expected = breakage.told.map { line in
        line.hasPrefix("a tip") ? line.replacing("DEVICE", with: other.id.shortText) : line
      }
      #expect(told == expected)
    }
  }

  @Test("A forged admission gives nobody a place: neither it nor what its device wrote")
  func forged() async throws {
    try await Self.withJournal { relay, journal, _ in
      var journal = journal
      var stranger = try journal.newDevice()
      let records = ControlRecord.encode([.member(stranger.member)])
      let forgeries = [
        try stranger.write(records, kind: .control), try stranger.write(journal.payload()),
      ]
      let id = journal.id
      _ = try await relay.storage.write { transaction in
        try forgeries.reduce(transaction.known(id)) { try transaction.insert($1, in: $0) }
      }
      #expect(
        try await Self.verify(relay).faults.map(Self.words) == [
          "6: nobody admitted who wrote it", "7: nobody admitted who wrote it",
        ])
    }
  }

  @Test("One flipped bit in any envelope, wherever it is, is found")
  func flipped() async throws {
    try await Self.withJournal { relay, _, _ in
      var random = SeededGenerator(seed: testSeed)
      let pool = relay.storage.pool
      for _ in 0..<60 {
        let position = Int.random(in: 1...5, using: &random)
        let whole = try await pool.read { database in
          try Data.fetchOne(
            database, sql: "SELECT bytes FROM envelope WHERE position = ?", arguments: [position])
        }.required()
        var bytes = whole
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        let spoiled = bytes
        try await Self.write(spoiled, at: position, in: pool)
        let faults = try await Self.verify(relay).faults
        #expect(faults.first?.position == UInt64(position), "byte \(index) of \(position)")
        try await Self.write(whole, at: position, in: pool)
      }
      #expect(try await Self.verify(relay).faults == [])
    }
  }

  @Test("A file that SQLite finds damaged is told, not believed")
  func damagedFile() async throws {
    let relay = try TestRelay()
    defer { try? FileManager.default.removeItem(atPath: relay.folder) }
    var journal = try TestJournal()
    let session = try await relay.found(journal)
    let changes = try (0..<40).map { _ in try journal.change(3000).bytes }
    _ = try await relay.service.append(changes, as: session)
    try relay.storage.close()
    let path = relay.folder + "/relay.sqlite"
    // The log of writes is in the database by now, and would hide what is damaged there.
    for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
    var file = try Data(contentsOf: URL(fileURLWithPath: path))
    for page in stride(from: 20, to: file.count / 4096, by: 5) {
      for index in page * 4096..<page * 4096 + 64 { file[index] = 0xa5 }
    }
    try file.write(to: URL(fileURLWithPath: path))
    let reader = try SQLiteReader(folder: relay.folder)
    let faults = try await reader.verify().faults
    #expect(!faults.isEmpty)
    try reader.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == file)
  }

  private static func withJournal(
    _ body: (TestRelay, TestJournal, TestDevice) async throws -> Void
  ) async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      var other = try journal.newDevice()
      let page = [
        try journal.change(), try journal.admission(of: other), try other.write(journal.payload()),
        try other.write(journal.payload()),
      ]
      let answer = try await relay.service.append(page.map(\.bytes), as: session)
      #expect(answer.outcomes == [.stored, .stored, .stored, .stored])
      try await body(relay, journal, other)
    }
  }

  private static func verify(
    _ relay: TestRelay
  ) async throws -> (faults: [StorageFault], found: StorageVerification?) {
    let reader = try SQLiteReader(folder: relay.folder)
    defer { try? reader.close() }
    return try await reader.verify()
  }

  private static func write(_ bytes: Data, at position: Int, in pool: DatabasePool) async throws {
    try await pool.write { database in
      try database.execute(
        sql: "UPDATE envelope SET bytes = ? WHERE position = ?", arguments: [bytes, position])
    }
  }

  private static func words(of fault: StorageFault) -> String {
    fault.position.map { "\($0): \(fault.what)" } ?? fault.what
  }
}
