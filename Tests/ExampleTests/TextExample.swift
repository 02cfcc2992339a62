import AfterwitCausality
import AfterwitEncoding
import AfterwitText
import Testing

@Suite("The example of Text")
struct TextExample {
  @Test("It runs as it is documented")
  func example() throws {
    let desk = try #require(DeviceID([UInt8](repeating: 1, count: 32)))
    let laptop = try #require(DeviceID([UInt8](repeating: 2, count: 32)))
    var text = TextHistory()
    try text.insert("ask who uses it", at: 0, by: text.author(desk))

    let seen = text.graph.frontier
    for (device, new) in [(desk, "I ask who uses it"), (laptop, "ask who uses it, and why")] {
      let operations = TextDifference.operations(from: "ask who uses it", to: new)
      let order = TextOrder(device: device, number: 16, envelope: .zero)
      try text.append(TextEvent(order: order, parents: seen, operations: operations))
    }
    #expect(text.text == "I ask who uses it, and why")
  }
}
