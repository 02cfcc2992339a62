import AfterwitCausality
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText
import Testing

@Suite("Who typed each scalar of a text")
struct WriterTests {
  @Test("In random histories every scalar is told to be of the event that typed it")
  func everyScalar() throws {
    for seed in 1...UInt64(60) {
      var random = SeededGenerator(seed: seed)
      var history = TextHistory()
      for event in 0..<24 {
        let heads = history.graph.frontier
        let parents =
          event == 0 || Bool.random(using: &random)
          ? heads : history.graph.maximal([Int.random(in: 0..<event, using: &random)])
        let length = history.text(at: parents).unicodeScalars.count
        var operations: [TextOperation] = []
        var undone: [Int] = []
        if event > 3, Int.random(in: 0..<6, using: &random) == 0, let head = parents.last {
          undone = [head]
        } else {
          let position = Int.random(in: 0...length, using: &random)
          let count = Int.random(in: 0...min(2, length - position), using: &random)
          if count > 0 { operations.append(.delete(position: position, count: count)) }
          let scalar = try #require(Unicode.Scalar(UInt32(0x4e00 + event)))
          operations.append(
            .insert(position: position, text: String(repeating: String(scalar), count: 3)))
        }
        let device = DeviceID(Array(repeating: UInt8(event % 3), count: 32))
        let envelope = EnvelopeID(Array(repeating: UInt8(event), count: 32))
        try history.append(
          TextEvent(
            order: TextOrder(
              device: try #require(device), number: UInt64(event) + 1,
              envelope: try #require(envelope)),
            parents: parents, operations: operations, undone: undone))
      }
      let typed = history.text.unicodeScalars.map { Int($0.value) - 0x4e00 }
      #expect(history.writers() == typed, "seed \(seed)")
    }
  }

  @Test("A line is whose most of it is, and of two that typed as much the later's")
  func lines() {
    let shown = ShownText("ab\n\ncd\nefg")
    let writers = [0, 0, 1, 2, 0, 3, 3, 1, 1, 0]
    #expect(shown.lines(writtenBy: writers).map(\.text) == ["ab", "", "cd", "efg"])
    #expect(shown.lines(writtenBy: writers).map(\.event) == [0, 2, 3, 1])
  }

  @Test("Where changes met, a line of its own is nobody's")
  func met() {
    let shown = ShownText(
      given: "one\ntwothree\nfour",
      standing: [StandingWords(place: 4..<12, words: "two\nthree", hunks: [], isOpen: true)])
    let lines = shown.lines(writtenBy: Array(repeating: 5, count: 17))
    #expect(lines.map(\.text) == ["one", "two", "three", "four"])
    #expect(lines.map(\.event) == [5, nil, nil, 5])
  }
}
