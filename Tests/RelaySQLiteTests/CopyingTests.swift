import AfterwitEncoding
import AfterwitRelay
import AfterwitRelaySQLite
import AfterwitTestRelay
import AfterwitWire
import Foundation
import GRDB
import Testing

@Suite("Backups of a relay")
struct CopyingTests {
  @Test(
    "One is made while the relay serves, is private, sound, and never over another (AW-RELAY-73)")
  func backUp() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let changes = try (0..<30).map { _ in try journal.change().bytes }
      let path = relay.folder + ".backup"
      defer { try? FileManager.default.removeItem(atPath: path) }
      let reader = try SQLiteReader(folder: relay.folder)
      // Half of the appends are made while the copy is.
      let service = relay.service
      async let rest: Void = {
        for change in changes { _ = try await service.append([change], as: session) }
      }()
      try reader.backUp(to: path)
      try await rest
      #expect(throws: SQLiteFailure.occupied(path: path)) { try reader.backUp(to: path) }
      try reader.close()
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let folder = (path as NSString).deletingLastPathComponent
      let name = (path as NSString).lastPathComponent
      let beside = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(beside.filter { $0.hasPrefix(name) } == [name])
      let copy = try SQLiteReader(file: path)
      let (faults, found) = try await copy.verify()
      #expect(faults == [] && found?.journals == 1)
      #expect(try await relay.everything(session).count == 31)
      try copy.close()
    }
  }

  @Test("Put back, it is the same relay in another life: no session, code or mailbox (AW-RELAY-74)")
  func restore() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let code = try await relay.service.makeCode()
      let session = try await relay.found(journal)
      let change = try journal.change().bytes
      _ = try await relay.service.append([change], as: session)
      let box = try Token([UInt8](repeating: 0x5a, count: 32)).required()
      try await relay.service.openMailbox(box.mailbox, as: session)
      let path = relay.folder + ".backup"
      let other = relay.folder + ".restored"
      defer {
        for item in [path, other] { try? FileManager.default.removeItem(atPath: item) }
      }
      let reader = try SQLiteReader(folder: relay.folder)
      try reader.backUp(to: path)
      try reader.close()
      #expect(throws: SQLiteFailure.occupied(path: relay.folder)) {
        try SQLiteReader.restore(path, into: relay.folder, environment: .system)
      }
      try SQLiteReader.restore(path, into: other, environment: .system)
      let restored = try SQLiteStorage(folder: other, environment: .system, isExisting: true)
      let (old, new) = (relay.storage.identity, restored.identity)
      #expect(new.generation != old.generation && new.challengeKey != old.challengeKey)
      #expect(new.signingSeed == old.signingSeed)
      let left = try await restored.read { transaction in
        [
          try transaction.mailboxCount(of: session.journal),
          try transaction.mailbox(box.mailbox) == nil ? 0 : 1,
        ]
      }
      #expect(left == [0, 0])
      for table in ["session", "code", "mailbox", "message", "answered_challenge"] {
        let count = try await DatabaseQueue(path: other + "/relay.sqlite").read { database in
          try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)")
        }
        #expect(count == 0, "\(table)")
      }
      let service = RelayService(storage: restored, environment: .system)
      #expect(try await service.journals().map(\.end.position) == [2])
      #expect(await refusal { try await service.requireGood(code: code) } == .code)
      try restored.close()
    }
  }

  @Test("What is no backup is refused, and begins no relay")
  func noBackup() throws {
    let folder = NSTemporaryDirectory() + "relay-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let letter = folder + "/letter"
    try Data("Dear relay, this is no database of yours, however long it is.".utf8).write(
      to: URL(fileURLWithPath: letter))
    #expect(throws: (any Error).self) {
      try SQLiteReader.restore(letter, into: folder + "/relay", environment: .system)
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/relay/relay.sqlite"))
  }
}
