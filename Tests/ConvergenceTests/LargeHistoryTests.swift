import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import Foundation
import Testing

// Histories as large as a life's, in shapes that a careless merge takes quadratic time for.
@Suite("Large histories", .patient)
struct LargeHistoryTests {
  @Test("thousands of events by devices that merge now and then all take effect")
  func randomBranches() throws {
    var random = SeededGenerator(seed: 26)
    var text = TextHistory()
    var heads: [[Int]] = [[], [], [], []]
    var lengths = [0, 0, 0, 0]
    let time = try ContinuousClock().measure {
      for number in 0..<1500 {
        let author = Int.random(in: 0..<4, using: &random)
        if Int.random(in: 0..<100, using: &random) == 0 {
          let other = Int.random(in: 0..<4, using: &random)
          heads[author] = text.graph.maximal(heads[author] + heads[other])
          lengths[author] = text.graph.difference(heads[author], []).onlyA.joined().count
        }
        let position = Int.random(in: 0...lengths[author], using: &random)
        let order = order(device: author, number: number)
        try text.append(
          TextEvent(
            order: order, parents: heads[author],
            operations: [.insert(position: position, text: "x")]))
        heads[author] = [number]
        lengths[author] += 1
      }
    }
    print("1,500 events of four devices merged in \(time)")
    #expect(scalars(text.text).count == 1500)
  }

  @Test("a thousand devices that insert at one gap stand in the order of their identities")
  func manySiblings() throws {
    var random = SeededGenerator(seed: 27)
    var text = TextHistory()
    let numbers = Array(0..<1000).shuffled(using: &random)
    let time = try ContinuousClock().measure {
      for number in numbers {
        let scalar = Unicode.Scalar(0xF0000 + UInt32(number)) ?? "?"
        try text.append(
          TextEvent(
            order: order(device: 1, number: number), parents: [],
            operations: [.insert(position: 0, text: String(Character(scalar)))]))
      }
    }
    print("1,000 siblings merged in \(time)")
    #expect(scalars(text.text).map(\.value) == (0..<1000).map { 0xF0000 + $0 })
  }

  @Test("two long branches that arrive turn by turn are kept whole")
  func alternatingBranches() throws {
    var text = TextHistory()
    let time = try ContinuousClock().measure {
      for number in 0..<4000 {
        let operation = TextOperation.insert(
          position: number / 2, text: number % 2 == 0 ? "a" : "b")
        try text.append(
          TextEvent(
            order: order(device: number % 2, number: number),
            parents: number < 2 ? [] : [number - 2], operations: [operation]))
      }
    }
    print("two branches of 2,000 events merged turn by turn in \(time)")
    let expected = String(repeating: "a", count: 2000) + String(repeating: "b", count: 2000)
    #expect(text.text == expected)
  }

  private func order(device: Int, number: Int) -> TextOrder {
    let device = DeviceID([UInt8](repeating: UInt8(device), count: 32)) ?? .zero
    return TextOrder(device: device, number: UInt64(number), envelope: .zero)
  }
}
