// The tables of the conflict zone are read and moved in its innermost loops. This is the only place
// where they are touched without a check of bounds: debug builds check each access, release builds
// rely on the invariants of the tables, which `assertValid` states.

/// A table of plain values with the few moves that a B-tree makes.
struct Slab<Element: BitwiseCopyable & Sendable>: Sendable {
  private var elements: [Element]

  /// A table of equal elements.
  init(repeating element: Element, count: Int) {
    elements = [Element](repeating: element, count: count)
  }

  /// The number of elements.
  var count: Int { elements.count }

  /// An element that is there.
  subscript(index: Int) -> Element {
    get {
      #if DEBUG
        elements[index]
      #else
        elements.withUnsafeBufferPointer { $0[index] }
      #endif
    }
    set {
      #if DEBUG
        elements[index] = newValue
      #else
        elements.withUnsafeMutableBufferPointer { $0[index] = newValue }
      #endif
    }
  }

  /// Makes room for so many elements in all.
  mutating func reserve(_ count: Int) { elements.reserveCapacity(count) }

  /// Adds equal elements at the end.
  mutating func grow(by count: Int, filledWith element: Element) {
    elements.append(addingCapacity: count) { $0.append(repeating: element, count: count) }
  }

  /// Drops the elements from an index on, and keeps their memory.
  mutating func drop(from index: Int) { elements.removeLast(count - index) }

  /// Moves a range of elements to begin at another index; the places left keep what they held.
  mutating func move(_ range: Range<Int>, to index: Int) {
    assert(range.lowerBound >= 0 && range.upperBound <= count, "moves from beyond a table")
    assert(index >= 0 && index + range.count <= count, "moves beyond a table")
    elements.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      (base + index).update(from: base + range.lowerBound, count: range.count)
    }
  }

  /// Calls a closure with each element of a range, which it may change.
  @inline(__always)
  mutating func change(_ range: Range<Int>, _ body: (inout Element) -> Void) {
    assert(range.lowerBound >= 0 && range.upperBound <= count, "writes beyond a table")
    elements.withUnsafeMutableBufferPointer { buffer in
      for index in range { body(&buffer[index]) }
    }
  }

  /// Changes the elements that a range of another table names, each told its index in the range.
  @inline(__always)
  mutating func change(
    namedIn names: Slab<Int32>, _ range: Range<Int>, _ body: (inout Element, Int) -> Void
  ) {
    elements.withUnsafeMutableBufferPointer { buffer in
      for index in range { body(&buffer[Int(names[index])], index - range.lowerBound) }
    }
  }

  /// Overwrites a range of elements.
  mutating func fill(_ range: Range<Int>, with element: Element) {
    assert(range.lowerBound >= 0 && range.upperBound <= count, "writes beyond a table")
    elements.withUnsafeMutableBufferPointer { buffer in
      for index in range { buffer[index] = element }
    }
  }
}
