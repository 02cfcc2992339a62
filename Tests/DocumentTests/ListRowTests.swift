import AfterwitCausality
import AfterwitEncoding
import AfterwitTestRandomness
import Testing

@testable import AfterwitDocument

@Suite("The row of a list's places")
struct ListRowTests {
  private static let seed = Effort.seed ?? 20_261_130

  private static func element(_ number: Int) -> ElementID {
    var random = SeededGenerator(seed: UInt64(number))
    return ElementID(from: &random)
  }

  private static func placing(of element: ElementID, _ index: Int, at time: UInt64)
    -> ListRow.Placing
  {
    ListRow.Placing(
      element: element, index: index, timestamp: Timestamp(rawValue: time),
      envelope: EnvelopeID([UInt8](repeating: UInt8(index & 255), count: 32)) ?? .zero)
  }

  @Test("keeps every place, and shows each element once, as a plain list of places does")
  func plain() {
    for seed in Self.seed..<Self.seed + 60 {
      var random = SeededGenerator(seed: seed)
      var row = ListRow()
      var places: [ListRow.Placing?] = []
      for index in 0..<400 {
        let run = Set(
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            Self.element(Int.random(in: 0..<40, using: &random))
          }
        ).sorted()
        // Some placings were not seen by whoever makes this one.
        let seen = Int.random(in: 0...index, using: &random)
        row.leave(run) { $0.index <= seen }
        for place in places.indices where run.contains(places[place]?.element ?? run[0]) {
          if let there = places[place], there.index <= seen { places[place] = nil }
        }
        let new = run.map {
          Self.placing(of: $0, index, at: .random(in: 0...300, using: &random))
        }
        let position = Int.random(in: 0...places.count, using: &random)
        row.put(new, at: position)
        places.insert(contentsOf: new, at: position)
        guard index.isMultiple(of: 20) else { continue }
        expect(row, shows: places, "AFTERWIT_SEED=\(seed) swift test --filter ListRowTests")
      }
      expect(row, shows: places, "AFTERWIT_SEED=\(seed) swift test --filter ListRowTests")
    }
  }

  private func expect(_ row: ListRow, shows places: [ListRow.Placing?], _ comment: Comment) {
    var shown: [ElementID: ListRow.Placing] = [:]
    for placing in places.compactMap(\.self) {
      guard let other = shown[placing.element],
        (placing.timestamp, placing.envelope) < (other.timestamp, other.envelope)
      else {
        shown[placing.element] = placing
        continue
      }
    }
    let expected = places.indices.compactMap { position in
      places[position].flatMap { shown[$0.element] == $0 ? ($0.element, position) : nil }
    }
    #expect(row.placed.map(\.element) == expected.map(\.0), comment)
    #expect(row.placed.map(\.position) == expected.map(\.1), comment)
    #expect(row.count == places.count, comment)
    var stretches: [ListRow.Stretch] = []
    for place in places {
      if let place {
        stretches.append(.placing(place))
      } else if case .vacant(let count)? = stretches.last {
        stretches[stretches.count - 1] = .vacant(count + 1)
      } else {
        stretches.append(.vacant(1))
      }
    }
    #expect(row.stretches == stretches, comment)
  }

  @Test("walks past a small part of itself for a move, and past no more after many moves")
  func cost() {
    var random = SeededGenerator(seed: 1)
    for count in [1_000, 8_000] {
      var row = ListRow()
      for number in 0..<count {
        row.append(.placing(Self.placing(of: Self.element(number), 0, at: 0)))
      }
      var rounds: [Int] = []
      for round in 0..<10 {
        let before = row.steps
        for index in 0..<1_000 {
          let element = Self.element(.random(in: 0..<count, using: &random))
          row.leave([element]) { _ in true }
          row.put(
            [Self.placing(of: element, round * 1_000 + index, at: 1)],
            at: .random(in: 0...row.count, using: &random))
        }
        rounds.append(row.steps - before)
      }
      print("\(count) elements: \(rounds) steps for 1,000 moves")
      #expect(rounds.allSatisfy { $0 < 1_000 * (64 + count / 50) })
      // Places that were left stand in few slots, however often the list was sorted.
      #expect(row.stretches.count <= 2 * count + 1)
      #expect(row.placed.count == count)
    }
  }
}
