import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRelay
import AfterwitWire
import GRDB
import Testing

@testable import AfterwitRelaySQLite

@Suite("A disk that is full")
struct FullDiskTests {
  @Test(
    "It is refused as that, told to the operator once, and over when there is room (AW-RELAY-68)")
  func full() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let service = relay.service
      try await service.requireReady()
      #expect(service.takeTrouble() == nil)
      try await relay.storage.pool.writeWithoutTransaction { database in
        _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = 1")
      }
      let long = try journal.change(Limits.payload)
      #expect(await refusal { _ = try await service.append([long.bytes], as: session) } == .full)
      #expect(service.takeTrouble() == "the disk is full" && service.takeTrouble() == nil)
      try await relay.storage.pool.writeWithoutTransaction { database in
        _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = 1000000")
      }
      #expect(try await service.append([long.bytes], as: session).outcomes == [.stored])
    }
  }
}
