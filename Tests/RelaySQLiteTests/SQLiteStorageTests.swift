import AfterwitEncoding
import AfterwitRelay
import AfterwitRelaySQLite
import AfterwitTestRelay
import AfterwitWire
import Foundation
import GRDB
import Testing

@Suite("The relay's storage in SQLite")
struct SQLiteStorageTests {
  @Test("Folder and files are private under any umask (AW-RELAY-40)")
  func privacy() async throws {
    // It is the whole process's: what other tests make meanwhile is private under any umask too.
    let before = umask(0)
    defer { umask(before) }
    try await TestRelay.with { relay in
      let session = try await relay.found(TestJournal())
      #expect(try await relay.everything(session).count == 1)
      #expect(try mode(relay.folder) == 0o700)
      let files = try FileManager.default.contentsOfDirectory(atPath: relay.folder)
      #expect(files.contains("relay.sqlite-wal"))
      for file in files {
        #expect(try mode(relay.folder + "/" + file) == 0o600, "\(file)")
      }
    }
  }

  @Test("A folder with other things in it is refused and left alone (AW-RELAY-40)")
  func foreignFolder() throws {
    let folder = NSTemporaryDirectory() + "relay-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/letter"))
    #expect(throws: SQLiteFailure.foreignFolder(path: folder)) {
      try SQLiteStorage(folder: folder, environment: .system)
    }
    #expect(try mode(folder) == 0o755)
  }

  @Test("A newer schema and a foreign database are refused with a sentence (AW-RELAY-41)")
  func otherDatabases() throws {
    let relay = try TestRelay()
    defer { try? FileManager.default.removeItem(atPath: relay.folder) }
    try relay.storage.close()
    let path = relay.folder + "/relay.sqlite"
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 3") }
    #expect(throws: SQLiteFailure.newerSchema(found: 3, known: 2)) {
      try SQLiteStorage(folder: relay.folder, environment: .system)
    }
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA application_id = 7") }
    #expect(throws: SQLiteFailure.foreignDatabase(path: path)) {
      try SQLiteStorage(folder: relay.folder, environment: .system)
    }
  }

  @Test(
    "Tables of the first version get what the second has, and count what is there (AW-RELAY-69)")
  func firstVersion() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let change = try journal.change()
      _ = try await relay.service.append([change.bytes], as: session)
      let path = relay.folder + "/relay.sqlite"
      let columns = ["max_bytes", "max_envelopes", "max_appends"]
      let added =
        columns.map { ("code", $0) }
        + (columns + ["byte_count", "last_stored"]).map { ("journal", $0) }
      try await DatabaseQueue(path: path).write { database in
        for (table, column) in added {
          try database.execute(sql: "ALTER TABLE \(table) DROP COLUMN \(column)")
        }
        try database.execute(sql: "PRAGMA user_version = 1")
      }
      #expect(throws: SQLiteFailure.olderSchema(path: path)) {
        try SQLiteReader(folder: relay.folder)
      }
      try relay.restart()
      let kept = try await relay.service.journals()
      let bytes = journal.genesis.bytes.count + change.bytes.count
      #expect(kept.map(\.byteCount) == [UInt64(bytes)])
      #expect(kept.map(\.quota) == [Quota()] && kept.map(\.lastStored) == [0])
      #expect(try await relay.everything(session).count == 2)
    }
  }

  @Test("What is written while the relay serves is read beside it, and nothing is begun")
  func reading() async throws {
    try await TestRelay.with { relay in
      _ = try await relay.found(TestJournal())
      let reader = try SQLiteReader(folder: relay.folder)
      #expect(try await reader.read { try $0.journals() } == relay.service.journals())
      try reader.close()
      let nowhere = temporary()
      #expect(throws: SQLiteFailure.noRelay(path: nowhere)) { try SQLiteReader(folder: nowhere) }
      #expect(throws: SQLiteFailure.noRelay(path: nowhere)) {
        try SQLiteStorage(folder: nowhere, environment: .system, isExisting: true)
      }
      #expect(!FileManager.default.fileExists(atPath: nowhere))
    }
  }

  @Test("What was written is there after a restart, byte for byte (AW-RELAY-42)")
  func restart() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let changes = try (0..<10).map { _ in try journal.change().bytes }
      let answer = try await relay.service.append(changes, as: session)
      try relay.restart()
      #expect(try await relay.everything(session) == [journal.genesis.bytes] + changes)
      let heads = try await relay.service.heads(as: session)
      #expect(heads.cursor == answer.after)
      #expect(heads.heads == answer.heads)
    }
  }

  @Test("Another process makes codes while the relay runs (AW-RELAY-5)")
  func codeBesideRelay() async throws {
    try await TestRelay.with { relay in
      let other = try SQLiteStorage(folder: relay.folder, environment: .system)
      let clock = relay.clock
      let environment = RelayEnvironment(
        nowMilliseconds: { clock.milliseconds }, elapsedMilliseconds: { clock.elapsed },
        randomBytes: RelayEnvironment.system.randomBytes)
      let code = try await RelayService(storage: other, environment: environment).makeCode()
      try other.close()
      let journal = try TestJournal()
      let request = try journal.founder.founding(
        at: relay.service, code: code, genesis: journal.genesis.bytes)
      let service = relay.service
      #expect(await refusal { _ = try await service.found(request) } == nil)
    }
  }

  @Test("Two storages have two generations and two keys (AW-RELAY-9)")
  func identities() throws {
    let folders = [temporary(), temporary()]
    defer { for folder in folders { try? FileManager.default.removeItem(atPath: folder) } }
    let first = try SQLiteStorage(folder: folders[0], environment: .system)
    let second = try SQLiteStorage(folder: folders[1], environment: .system)
    #expect(first.identity.generation != second.identity.generation)
    #expect(first.identity.signingSeed != second.identity.signingSeed)
  }

  @Test("Neither tokens nor codes can be read from the folder (AW-RELAY-43)")
  func secretsAreHashed() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      let code = try await relay.service.makeCode()
      let unused = try await relay.service.makeCode()
      let request = try journal.founder.founding(
        at: relay.service, code: code, genesis: journal.genesis.bytes)
      let token = try await relay.service.found(request)
      let box = try Token([UInt8](repeating: 0x5a, count: 32)).required()
      let session = try await relay.service.session(for: token)
      try await relay.service.openMailbox(box.mailbox, as: session)
      var kept = Data()
      for file in try FileManager.default.contentsOfDirectory(atPath: relay.folder) {
        kept += try Data(contentsOf: URL(fileURLWithPath: relay.folder + "/" + file))
      }
      #expect(kept.range(of: Data(journal.genesis.bytes.prefix(264))) != nil)
      for text in [code, unused].flatMap({ [$0, $0.replacing("-", with: "")] }) {
        #expect(kept.range(of: Data(text.utf8)) == nil)
        let bytes = Base32.decode(text.replacing("-", with: ""))
        #expect(kept.range(of: Data(try bytes.required())) == nil)
      }
      for secret in [token, box] {
        #expect(kept.range(of: Data(secret.bytes)) == nil)
        #expect(kept.range(of: Data(secret.text.utf8)) == nil)
      }
    }
  }

  private func temporary() -> String { NSTemporaryDirectory() + "relay-" + UUID().uuidString }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try (attributes[.posixPermissions] as? NSNumber).required().intValue
  }
}
