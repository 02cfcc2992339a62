import AfterwitRelay
import AfterwitRelaySQLite
import AfterwitStorageContract
import AfterwitTestRelay
import Foundation
import Testing

@Suite("The relay's storage in SQLite keeps the contract of every storage (AW-RELAY-42)")
struct SQLiteContractTests {
  @Test("a clause", arguments: StorageClause.all)
  func keeps(_ clause: StorageClause) async throws {
    let folder = NSTemporaryDirectory() + "relay-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await clause.check(seed: testSeed) {
      try SQLiteStorage(folder: folder, environment: .system)
    }
  }
}
