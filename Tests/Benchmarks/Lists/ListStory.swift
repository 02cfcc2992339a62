import AfterwitTestRandomness

/// What two devices do to one list, neither of which sees what the other does.
struct ListStory: Encodable {
  /// One edit.
  enum Step {
    /// The element at an index is moved to where it stands at another one.
    case move(from: Int, to: Int)
    /// Five letters are put into the text of an element, named by its number in the beginning.
    case write(element: Int, position: Int)
  }

  /// How many elements there are in the beginning, of which each is a text, its number.
  let elements: Int
  /// What each device does, one after another.
  let devices: [[Step]]

  init(elements: Int, steps: Int, movesInHundred share: Int) {
    self.elements = elements
    devices = (1...2).map { seed in
      var random = SeededGenerator(seed: UInt64(seed))
      var lengths = (0..<elements).map { String($0).count }
      return (0..<steps).map { _ in
        if Int.random(in: 0..<100, using: &random) < share {
          let from = Int.random(in: 0..<elements, using: &random)
          return .move(from: from, to: Int.random(in: 0..<elements, using: &random))
        }
        let element = Int.random(in: 0..<elements, using: &random)
        let position = Int.random(in: 0...lengths[element], using: &random)
        lengths[element] += 5
        return .write(element: element, position: position)
      }
    }
  }
}

extension ListStory.Step: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    switch self {
    case .move(let from, let to):
      for part in [0, from, to] { try container.encode(part) }
    case .write(let element, let position):
      for part in [1, element, position] { try container.encode(part) }
    }
  }
}
