import AfterwitCausality
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitTextArchive
import Testing

@testable import AfterwitText

// How many events a merge goes through again: only those that are concurrent with others, each once,
// whatever came before them.
@Suite("What a merge replays")
struct ReplayCostTests {
  @Test("what one device after the other writes is never replayed")
  func turns() throws {
    var text = TextHistory()
    for turn in 0..<40 {
      let author = text.author(device(UInt8(1 + turn % 2)))
      try text.insert("words ", at: text.scalars.count / 2, by: author)
    }
    let read = try replica(of: text)
    #expect(read.text == text.text)
    #expect(text.eventsReplayed == 0)
    #expect(read.eventsReplayed == 0)
  }

  @Test(
    "two who wrote beside each other replay what both wrote since, whatever there was before",
    arguments: [10, 1000, 20_000])
  func meeting(after earlier: Int) throws {
    var left = TextHistory()
    try left.insert(
      String(repeating: "x", count: earlier), at: 0, by: left.author(device(1)))
    var right = left
    let before = left.graph.frontier
    try left.insert("twenty of the left..", at: earlier / 2, by: left.author(device(1)))
    try right.insert("and thirty of the other one...", at: earlier / 3, by: right.author(device(2)))
    let update = right.update(since: before)
    try right.merge(left.update(since: before))
    try left.merge(update)
    #expect(left.text == right.text)
    #expect(left.eventsReplayed == 50)
    #expect(right.eventsReplayed == 50)
  }

  @Test("a whole history replays its conflicts only, and each event of them once")
  func history() throws {
    let conflicts = 20
    var text = TextHistory()
    for _ in 0..<conflicts {
      try text.insert("alone for a while. ", at: 0, by: text.author(device(1)))
      var other = text
      let before = text.graph.frontier
      try text.insert("0123456789", at: 3, by: text.author(device(1)))
      try other.insert("abcdefghij", at: 3, by: other.author(device(2)))
      try text.merge(other.update(since: before))
    }
    let read = try replica(of: text)
    #expect(read.text == text.text)
    #expect(read.eventsReplayed == conflicts * 20)
  }

  @Test("twenty rounds of one conflict that never ends are replayed once, as they come")
  func ongoing() throws {
    var texts = [TextHistory(), TextHistory()]
    try texts[0].insert("x", at: 0, by: texts[0].author(device(1)))
    try texts[1].merge(texts[0].update(since: []))
    var sent = [texts[0].graph.frontier, texts[1].graph.frontier]
    for _ in 0..<20 {
      for side in 0..<2 {
        try texts[side].insert("ten of one", at: 0, by: texts[side].author(device(UInt8(1 + side))))
      }
      // Both write on the same two heads, so no version is critical.
      let updates = (0..<2).map { texts[$0].update(since: sent[$0]) }
      sent = texts.map(\.graph.frontier)
      try texts[0].merge(updates[1])
      try texts[1].merge(updates[0])
    }
    #expect(texts[0].text == texts[1].text)
    for text in texts { #expect(text.eventsReplayed == 20 * 20) }
  }

  @Test("who asks what edits meet has them replayed by the one tracker that tells the text too")
  func meetings() throws {
    let texts = ["a b c d e f", "left ", "right "]
    func event(_ place: Int, on parents: [Int]) -> TextEvent {
      TextEvent(
        order: TextOrder(device: device(UInt8(1 + place)), number: 1, envelope: .zero),
        parents: parents, operations: [.insert(position: 0, text: texts[place])])
    }
    var plain = TextHistory()
    var reviewed = ReviewedHistory(plain)
    for event in [event(0, on: []), event(1, on: [0]), event(2, on: [0])] {
      try plain.append(event)
      let met = try reviewed.append(event)
      #expect(met.conflicts.isEmpty == (event.order.device != device(3)))
    }
    #expect(reviewed.text.text == plain.text)
    #expect(plain.eventsReplayed == 2)
    #expect(reviewed.text.eventsReplayed == 0)
  }

  private func replica(of text: TextHistory) throws -> TextHistory {
    var replica = TextHistory()
    try replica.merge(text.update(since: []))
    return replica
  }

  private func device(_ number: UInt8) -> DeviceID {
    DeviceID([UInt8](repeating: number, count: 32)) ?? .zero
  }
}

extension TextHistory {
  /// How many events all merges of this text went through again.
  fileprivate var eventsReplayed: Int { replay.tracker?.eventsReplayed ?? 0 }
}
