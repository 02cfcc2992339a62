/// Lines among which others are looked for; a set takes three times as long, most of it to hash a
/// digest once more.
///
/// Invariant: a line lies in the slot of its digest, or behind it with no free one between; at least
/// half of the slots are free.
struct LineTable {
  private var lines: [HashedLine] = []
  /// The places of lines, negative where a slot is free; as many as a power of two.
  private var slots: [Int32]

  /// An empty table with room for so many lines.
  init(capacity: Int) {
    slots = Self.slots(for: capacity)
  }

  /// Adds a line, where it is not in the table.
  mutating func insert(_ line: HashedLine) {
    if lines.count * 2 >= slots.count {
      slots = Self.slots(for: lines.count * 2)
      for place in lines.indices { slots[slot(of: lines[place])] = Int32(place) }
    }
    let slot = slot(of: line)
    guard slots[slot] < 0 else { return }
    slots[slot] = Int32(lines.count)
    lines.append(line)
  }

  /// Whether a line is in the table.
  func contains(_ line: HashedLine) -> Bool { slots[slot(of: line)] >= 0 }

  /// The slot of a line, or the free one in which it would lie.
  private func slot(of line: HashedLine) -> Int {
    var slot = Int(truncatingIfNeeded: line.digest) & (slots.count - 1)
    while slots[slot] >= 0, lines[Int(slots[slot])] != line {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private static func slots(for capacity: Int) -> [Int32] {
    var count = 16
    while count < capacity * 2 + 2 { count *= 2 }
    return [Int32](repeating: -1, count: count)
  }
}
