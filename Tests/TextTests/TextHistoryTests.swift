import AfterwitCausality
import AfterwitEncoding
import AfterwitText
import Testing

@Suite("Text history")
struct TextHistoryTests {
  @Test("what two devices typed at one place stands whole, the lesser device first")
  func concurrentWords() throws {
    var text = try start("to  sea")
    try text.append(event(by: 2, after: [0], .insert(position: 3, text: "blue")))
    let patch = try text.append(event(by: 1, after: [0], .insert(position: 3, text: "deep")))
    #expect(text.text == "to deepblue sea")
    #expect(patch == [.insert(position: 3, text: "deep")])
  }

  @Test("typing backwards at one place does not interleave")
  func backwards() throws {
    var text = TextHistory()
    let first = "cba".map { TextOperation.insert(position: 0, text: String($0)) }
    let second = "zyx".map { TextOperation.insert(position: 0, text: String($0)) }
    try text.append(event(by: 1, after: [], first))
    try text.append(event(by: 2, after: [], second))
    #expect(text.text == "abcxyz")
  }

  @Test("what both deleted is deleted once, and what one inserted inside stays")
  func deletions() throws {
    var text = try start("one two three")
    try text.append(event(by: 1, after: [0], .delete(position: 3, count: 4)))
    try text.append(event(by: 2, after: [0], .insert(position: 5, text: "!")))
    let patch = try text.append(event(by: 3, after: [0], .delete(position: 4, count: 9)))
    #expect(text.text == "one!")
    #expect(patch == [.delete(position: 4, count: 6)])
    #expect(text.text(at: [2]) == "one t!wo three")
    #expect(text.text(at: [1, 3]) == "one")
  }

  @Test("a later event sees the merge, and applies as it is")
  func linearAfterMerge() throws {
    var text = try start("ab")
    try text.append(event(by: 1, after: [0], .insert(position: 1, text: "x")))
    try text.append(event(by: 2, after: [0], .insert(position: 2, text: "y")))
    let operations = [TextOperation.delete(position: 0, count: 1), .insert(position: 3, text: "z")]
    #expect(try text.append(event(by: 1, after: [1, 2], operations)) == operations)
    #expect(text.text == "xbyz")
    #expect(text.graph.frontier == [3])
  }

  @Test("an event on an old version finds its place in the text of today")
  func oldVersion() throws {
    var text = try start("a")
    for number in 0..<50 {
      try text.append(event(by: 1, after: [number], .insert(position: 0, text: "-")))
    }
    let patch = try text.append(event(by: 2, after: [0], .insert(position: 1, text: "b")))
    #expect(patch == [.insert(position: 51, text: "b")])
  }

  @Test("operations apply to a text without history, or are refused")
  func withoutHistory() throws {
    let operations = [TextOperation.insert(position: 1, text: "é"), .delete(position: 0, count: 1)]
    #expect(try TextHistory.apply(operations, to: "ab") == "éb")
    #expect(throws: TextMisfit(operation: 2)) {
      try TextHistory.apply(operations + [.delete(position: 1, count: 2)], to: "ab")
    }
  }

  private func start(_ text: String) throws -> TextHistory {
    var history = TextHistory()
    try history.append(event(by: 9, after: [], .insert(position: 0, text: text)))
    return history
  }

  private func event(
    by device: UInt8, after parents: [Int], _ operations: TextOperation...
  ) -> TextEvent {
    event(by: device, after: parents, operations)
  }

  private func event(
    by device: UInt8, after parents: [Int], _ operations: [TextOperation]
  ) -> TextEvent {
    let device = DeviceID([UInt8](repeating: device, count: 32)) ?? .zero
    return TextEvent(
      order: TextOrder(device: device, number: UInt64(parents.last ?? 0) + 1, envelope: .zero),
      parents: parents, operations: operations)
  }
}
