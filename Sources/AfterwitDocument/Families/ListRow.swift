internal import AfterwitCausality
internal import AfterwitEncoding

/// The row of a list's places, each with the placing that was made with it, or vacant.
struct ListRow: Hashable {
  /// An element at a place.
  struct Placing: Hashable {
    let element: ElementID
    /// The index of the change that placed it.
    let index: Int
    let timestamp: Timestamp
    let envelope: EnvelopeID
    /// Whether somebody who had seen it has placed the element anew.
    var isOver = false
  }

  /// In the order of the places: the number of a placing, or of how many vacant places, negated.
  private(set) var slots: [Int32] = []
  /// The placings; those that are over are in no slot.
  private(set) var placings: [Placing] = []
  /// The numbers of those that are over.
  private var over: [Int32] = []
  /// How many places there are, vacant ones too.
  private(set) var count = 0

  /// Puts places behind all others: one with a placing, or vacant ones.
  mutating func append(_ placing: Placing) {
    slots.append(number(of: placing))
    count += 1
  }

  /// Puts vacant places behind all others.
  mutating func append(vacant places: Int) {
    guard places > 0 else { return }
    slots.append(-Int32(places))
    count += places
  }

  /// Puts new places before the one at a position.
  /// - Complexity: O(*placings*).
  mutating func put(_ new: some Collection<Placing>, at position: Int) {
    let slot = slotBeginning(at: position)
    slots.insert(contentsOf: new.map { number(of: $0) }, at: slot)
    count += new.count
  }

  /// Makes the places vacant at which an element stands by a placing that is over now.
  /// - Complexity: O(*placings*), and as much for each that is over.
  mutating func leave(_ elements: [ElementID], where isOver: (Placing) throws -> Bool) rethrows {
    let many = elements.count > 8 ? Set(elements) : []
    for number in placings.indices where !placings[number].isOver {
      let element = placings[number].element
      guard many.isEmpty ? elements.contains(element) : many.contains(element),
        try isOver(placings[number])
      else { continue }
      placings[number].isOver = true
      over.append(Int32(number))
      if let slot = slots.firstIndex(of: Int32(number)) { vacate(slot) }
    }
  }

  /// The elements in the order of their places, each once, with the position of its place: where it
  /// has several, that of the placing which is greatest by (timestamp, envelope id).
  /// - Complexity: O(*placings*).
  var placed: [(element: ElementID, position: Int)] {
    var greatest: [ElementID: Int] = [:]
    for number in placings.indices where !placings[number].isOver {
      let placing = placings[number]
      if let other = greatest[placing.element].map({ placings[$0] }),
        (placing.timestamp, placing.envelope) < (other.timestamp, other.envelope)
      {
        continue
      }
      greatest[placing.element] = number
    }
    var placed: [(element: ElementID, position: Int)] = []
    var position = 0
    for slot in slots {
      guard slot >= 0 else {
        position -= Int(slot)
        continue
      }
      let element = placings[Int(slot)].element
      if greatest[element] == Int(slot) { placed.append((element, position)) }
      position += 1
    }
    return placed
  }

  /// The number under which a placing is kept.
  private mutating func number(of placing: Placing) -> Int32 {
    guard let free = over.popLast() else {
      placings.append(placing)
      return Int32(placings.count - 1)
    }
    placings[Int(free)] = placing
    return free
  }

  /// The slot that begins at a position; a slot of vacant places is cut there.
  private mutating func slotBeginning(at position: Int) -> Int {
    var start = 0
    for slot in slots.indices {
      guard start < position else { return slot }
      let length = slots[slot] < 0 ? -Int(slots[slot]) : 1
      if start + length > position {
        let before = Int32(position - start)
        slots[slot] += before
        slots.insert(-before, at: slot)
        return slot + 1
      }
      start += length
    }
    return slots.count
  }

  /// Makes the place of a slot vacant, one with the vacant places beside it.
  private mutating func vacate(_ slot: Int) {
    slots[slot] = -1
    if slot + 1 < slots.count, slots[slot + 1] < 0 { slots[slot] += slots.remove(at: slot + 1) }
    if slot > 0, slots[slot - 1] < 0 { slots[slot - 1] += slots.remove(at: slot) }
  }
}
