import AfterwitDocument
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitStore
import AfterwitTestRandomness
import Testing

@testable import AfterwitDevice

@Suite("What nobody wrote beside needs no merge")
struct SoloFieldTests {
  /// One edit of an entry, at random.
  private static func edit(
    _ id: EntryID, on device: Device, _ random: inout SeededGenerator
  ) throws {
    let number = Int.random(in: 0..<100, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0..<2: _ = try device.edit(id, edits: [.append(field: "happened", text: "A \(number).")])
    case 2: _ = try device.edit(id, edits: [.replace(field: "happened", text: "All \(number).")])
    case 3..<5:
      _ = try device.edit(id, edits: [.set(field: "mood", value: "\(number % 5 + 1)")])
    case 5:
      _ = try device.edit(
        id,
        edits: [
          .set(field: "role", value: "R\(number)"), .append(field: "felt", text: "\(number)"),
        ]
      )
    case 6: _ = try device.edit(id, edits: [.add(field: "tags", value: "t\(number % 4)")])
    case 7: _ = try device.remove([.entry(id)])
    default: _ = try device.restore([.entry(id)])
    }
  }

  @Test("A version shows what its changes give, merged one after another")
  func versions() async throws {
    for seed in UInt64(1)...4 {
      try await Machines.with { machines in
        var random = SeededGenerator(seed: seed)
        let id = try machines.desk.new(
          .reflection, edits: [.replace(field: "happened", text: "One. Two.")])
        try await machines.sync()
        for _ in 0..<3 {
          for device in [machines.desk, machines.laptop] {
            for _ in 0..<Int.random(in: 0..<8, using: &random) {
              machines.advance()
              try Self.edit(id, on: device, &random)
            }
          }
          try await machines.sync()
        }
        for device in [machines.desk, machines.laptop] { try Self.check(id, on: device, seed) }
      }
    }
  }

  /// Compares each version with a merge of all its changes.
  private static func check(_ id: EntryID, on device: Device, _ seed: UInt64) throws {
    try device.reading { transaction in
      let history = try EntryHistory(id, transaction, device.environment)
      let key = FieldKey(entry: id, field: .presence)
      for count in 1...history.changes.count {
        var shelf = FieldMemoryShelf(of: try transaction.causalGraph())
        for place in 0..<count {
          let placed = try history.changes.placed(at: place)
          _ = try Merge(placed.change, stamp: placed.stamp).apply(to: &shelf)
          shelf.take(placed.change, stamp: placed.stamp)
        }
        shelf.deriveParts()
        let expected = shelf.presence(of: key).map {
          EntryView(id: id, content: shelf.content(of: id, $0))
        }
        let found = try history.content(at: Array(0..<count)).map {
          EntryView(id: id, content: $0)
        }
        #expect(found == expected, "version \(count) of seed \(seed)")
      }
    }
  }

  @Test("Whatever was done last is taken back step by step, and brought back")
  func undoing() async throws {
    for seed in UInt64(1)...6 {
      try await Household.with { household in
        var random = SeededGenerator(seed: seed)
        let device = try household.founder("desk")
        let id = try device.new(
          .reflection, edits: [.replace(field: "happened", text: "One. Two.")])
        for _ in 0..<4 {
          var shown = [try device.entry(id)]
          for _ in 0..<6 {
            let before = try device.history(of: .entry(id)).count
            try Self.edit(id, on: device, &random)
            // What changes nothing is no command.
            if try device.history(of: .entry(id)).count > before {
              shown.append(try device.entry(id))
            }
          }
          let count = Int.random(in: 0..<shown.count, using: &random)
          for number in 0..<count {
            _ = try device.undo()
            Self.expect(try device.entry(id), shown[shown.count - 2 - number], seed)
          }
          for number in 0..<Int.random(in: 0...count, using: &random) {
            _ = try device.redo()
            Self.expect(try device.entry(id), shown[shown.count - count + number], seed)
          }
        }
      }
    }
  }

  private static func expect(_ found: EntryView, _ expected: EntryView, _ seed: UInt64) {
    #expect(found == expected, "seed \(seed)")
  }
}
