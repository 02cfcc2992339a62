import AfterwitStore
import Foundation
import Testing

@Suite("The example of Store")
struct StoreExample {
  @Test("It runs as it is documented")
  func example() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try Store.create(inFolder: folder)
    try store.write { transaction in
      try transaction.setProperty(.deviceName, to: Array("desk".utf8))
    }
    let name = try store.read { transaction in try transaction.property(.deviceName) }
    #expect(name == Array("desk".utf8))
    store.close()
  }
}
