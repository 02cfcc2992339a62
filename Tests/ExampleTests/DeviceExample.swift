import AfterwitDevice
import AfterwitEncoding
import AfterwitJournal
import Foundation
import Testing

@Suite("The example of Device")
struct DeviceExample {
  @Test("It runs as it is documented")
  func example() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let home = Home(path: folder)
    let device = try Device.initialize(home, name: "desk", environment: .system) { secret in
      #expect(secret.hasPrefix("awr1-"), "a person keeps this on paper")
    }
    let id = try device.new(.reflection, edits: [.set(field: "title", value: "Onsite at Acme")])
    _ = try device.edit(id, edits: [.add(field: "tags", value: "onsite")])
    #expect(try device.entry(id).title == "Onsite at Acme")
    device.close()
  }
}
