// The slots lie in chunks, so that a place is found and a slot is put in without a walk along all of
// them, and without moving all that lie behind.
//
// Cost: O(*slots* / chunk + chunk) steps for a place that is found or put in; ``steps`` counts them.

/// What lies at the places of a row, in their order.
///
/// A slot is the number of a placing, or of how many vacant places, negated.
struct ListSlots {
  /// The most slots that a chunk has.
  private static let chunkLimit = 128

  private struct Chunk {
    var slots: [Int32] = []
    var places = 0
  }

  private var chunks: [Chunk] = []
  /// How many places there are, vacant ones too.
  private(set) var count = 0
  /// How many chunks and slots were walked past to find places.
  private(set) var steps = 0

  /// Walks along all slots in their order.
  func forEach(_ body: (Int32) -> Void) {
    for chunk in chunks { chunk.slots.forEach(body) }
  }

  /// Puts a slot behind all others.
  mutating func append(_ slot: Int32) {
    if (chunks.last?.slots.count ?? Self.chunkLimit) >= Self.chunkLimit / 2 {
      chunks.append(Chunk())
    }
    chunks[chunks.count - 1].slots.append(slot)
    chunks[chunks.count - 1].places += Self.places(of: slot)
    count += Self.places(of: slot)
  }

  /// Puts placings before the place at a position; vacant places are cut there.
  mutating func insert(_ numbers: some Collection<Int32>, at position: Int) {
    guard let (number, start) = chunk(at: position) else {
      for number in numbers { append(number) }
      return
    }
    let slot = slot(at: position - start, in: number)
    chunks[number].slots.insert(contentsOf: numbers, at: slot)
    chunks[number].places += numbers.count
    count += numbers.count
    split(number)
  }

  /// The chunk in which the place at a position is, or that ends there, and where it starts.
  private mutating func chunk(at position: Int) -> (number: Int, start: Int)? {
    var start = 0
    for number in chunks.indices {
      steps += 1
      if position <= start + chunks[number].places { return (number, start) }
      start += chunks[number].places
    }
    return nil
  }

  /// The slot of a chunk that begins at a position in it; a slot of vacant places is cut there.
  private mutating func slot(at position: Int, in chunk: Int) -> Int {
    var start = 0
    for slot in chunks[chunk].slots.indices {
      guard start < position else { return slot }
      steps += 1
      let length = Self.places(of: chunks[chunk].slots[slot])
      if start + length > position {
        let before = Int32(position - start)
        chunks[chunk].slots[slot] += before
        chunks[chunk].slots.insert(-before, at: slot)
        return slot + 1
      }
      start += length
    }
    return chunks[chunk].slots.count
  }

  /// Divides a chunk that has too many slots.
  private mutating func split(_ number: Int) {
    guard chunks[number].slots.count > Self.chunkLimit else { return }
    let slots = chunks[number].slots
    let parts = stride(from: 0, to: slots.count, by: Self.chunkLimit / 2).map { start in
      let part = Array(slots[start..<min(start + Self.chunkLimit / 2, slots.count)])
      return Chunk(slots: part, places: part.reduce(0) { $0 + Self.places(of: $1) })
    }
    chunks.replaceSubrange(number...number, with: parts)
  }

  private static func places(of slot: Int32) -> Int { slot < 0 ? -Int(slot) : 1 }
}
