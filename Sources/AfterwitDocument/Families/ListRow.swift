internal import AfterwitCausality
internal import AfterwitEncoding
internal import AfterwitText

// A place is never taken out, and most that were put in by moves are vacant. A placing that is over
// stays in its slot, which counts as vacant, until half of the placings are over: then all vacant
// places that lie side by side become one slot. So a move costs the same however often the list was
// sorted before.

/// The row of a list's places, each with the placing that was made with it, or vacant.
struct ListRow {
  /// An element at a place.
  struct Placing: Hashable {
    let element: ElementID
    /// The index of the change that placed it.
    let index: Int
    let timestamp: Timestamp
    let envelope: EnvelopeID
  }

  /// What lies at some places beside each other.
  enum Stretch: Hashable {
    /// One place, with a placing.
    case placing(Placing)
    /// So many places at which no placing stands.
    case vacant(Int)
  }

  private struct Kept {
    let placing: Placing
    /// The number of another placing of the element, negative for none.
    var other: Int32 = -1
    /// Whether somebody who had seen it has placed the element anew.
    var isOver = false
    /// Whether the element stands there: of its placings that are not over, it is the greatest.
    var isShown = true
  }

  private var slots = ListSlots()
  private var placings: [Kept] = []
  /// The number of one placing of each element; the others follow it.
  private var numbers: [ElementID: Int32] = [:]
  private var overCount = 0
  private var earlierSteps = 0

  /// How many places there are, vacant ones too.
  var count: Int { slots.count }
  /// The places as scalars, as the engine of texts keeps them.
  var text: String { String(repeating: ".", count: count) }
  /// How much was walked past to find and to tidy places.
  var steps: Int { earlierSteps + slots.steps }

  /// Puts places behind all others: one with a placing, or vacant ones.
  mutating func append(_ stretch: Stretch) {
    switch stretch {
    case .placing(let placing): slots.append(number(of: placing))
    case .vacant(0): break
    case .vacant(let places): slots.append(-Int32(places))
    }
  }

  /// Puts new places before the one at a position.
  mutating func put(_ new: some Collection<Placing>, at position: Int) {
    slots.insert(new.map { number(of: $0) }, at: position)
  }

  /// Puts places for some elements, one after another, where scalars were inserted for them.
  mutating func put(
    _ elements: [ElementID], by stamp: ChangeStamp, at insertions: [TextOperation]
  ) {
    var rest = elements[...]
    for case .insert(let position, let places) in insertions {
      let placings = rest.prefix(places.utf8.count).map {
        Placing(
          element: $0, index: stamp.index, timestamp: stamp.timestamp,
          envelope: stamp.order.envelope)
      }
      put(placings, at: position)
      rest = rest.dropFirst(placings.count)
    }
  }

  /// Makes the places vacant at which elements stand by the placings of a change.
  mutating func leave(_ elements: [ElementID], placedBy index: Int) {
    leave(elements) { $0.index == index }
  }

  /// Makes the places vacant at which an element stands by a placing that is over now.
  /// - Complexity: O(*elements* + their placings), and now and then O(*placings*).
  mutating func leave(_ elements: [ElementID], where isOver: (Placing) throws -> Bool) rethrows {
    for element in elements {
      var next = numbers[element] ?? -1
      var left: Int32 = -1
      while next >= 0 {
        let number = Int(next)
        next = placings[number].other
        if try isOver(placings[number].placing) {
          placings[number].isOver = true
          overCount += 1
        } else {
          placings[number].other = left
          left = Int32(number)
        }
      }
      numbers[element] = left < 0 ? nil : left
      show(from: left)
    }
    if overCount > 64, overCount > placings.count / 2 { tidy() }
  }

  /// The elements in the order of their places, each once, with the position of its place: where it
  /// has several, that of the placing which is greatest by (timestamp, envelope id).
  /// - Complexity: O(*slots*).
  var placed: [(element: ElementID, position: Int)] {
    var placed: [(element: ElementID, position: Int)] = []
    var position = 0
    slots.forEach { slot in
      guard slot >= 0 else {
        position -= Int(slot)
        return
      }
      let kept = placings[Int(slot)]
      if kept.isShown, !kept.isOver { placed.append((kept.placing.element, position)) }
      position += 1
    }
    return placed
  }

  /// The places in their order, as few stretches as there can be.
  var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var vacant = 0
    slots.forEach { slot in
      if slot >= 0, !placings[Int(slot)].isOver {
        if vacant > 0 { stretches.append(.vacant(vacant)) }
        stretches.append(.placing(placings[Int(slot)].placing))
        vacant = 0
      } else {
        vacant += slot < 0 ? -Int(slot) : 1
      }
    }
    if vacant > 0 { stretches.append(.vacant(vacant)) }
    return stretches
  }

  /// Keeps a placing, and gives its number.
  private mutating func number(of placing: Placing) -> Int32 {
    let number = Int32(placings.count)
    let other = numbers.updateValue(number, forKey: placing.element) ?? -1
    placings.append(Kept(placing: placing, other: other))
    if other >= 0 { show(from: number) }
    return number
  }

  /// Shows the greatest of an element's placings, and none of the others.
  private mutating func show(from first: Int32) {
    var greatest: Int32 = -1
    var next = first
    while next >= 0 {
      let number = Int(next)
      let isGreater =
        greatest < 0 || placings[Int(greatest)].placing.isBefore(placings[number].placing)
      placings[number].isShown = isGreater
      if isGreater {
        if greatest >= 0 { placings[Int(greatest)].isShown = false }
        greatest = next
      }
      next = placings[number].other
    }
  }

  /// Forgets the placings that are over.
  private mutating func tidy() {
    var tidied = ListRow()
    tidied.earlierSteps = steps + placings.count
    for stretch in stretches { tidied.append(stretch) }
    self = tidied
  }
}

extension ListRow: Hashable {
  static func == (left: Self, right: Self) -> Bool { left.stretches == right.stretches }

  func hash(into hasher: inout Hasher) { hasher.combine(count) }
}

extension ListRow.Placing {
  /// Whether another placing of the element counts, and not this one.
  fileprivate func isBefore(_ other: Self) -> Bool {
    (timestamp, envelope) < (other.timestamp, other.envelope)
  }
}
