// Which leaf of the tree of spans holds a scalar inserted since the base. Scalars move to other
// leaves by whole spans, so long stretches of numbers share a leaf, but edits scatter them and leaves
// divide all the time: stretches begin and end anywhere.
//
// A radix tree holds them, one for each lane, which counts from 0. A node divides a power of 32
// numbers into 32 equal parts. A part that is all in one leaf takes one slot, however long it is; any
// other has a node of its own. Numbers beyond the root's reach are all in one leaf: what a lane
// inserts next most likely comes where it inserted last.
//
// Cost: looking up is O(log largest number), which is a few steps without a comparison; a stretch
// changes the nodes along its two ends.

/// Leads from each scalar inserted since the base to the leaf that holds it.
struct SpanHomes: Sendable {
  private struct Region: Sendable {
    /// Its parts are in one leaf each, or in a node of their own.
    var root: Int
    /// How many times 5 bits the root's numbers have.
    var levels = 1
    /// The leaf of all numbers beyond the root's reach.
    var rest = 0

    var reach: Int { 1 << (levels * SpanHomes.bits) }
  }

  private static let bits = 5
  private static let width = 1 << bits

  private var regions: [Region]
  /// The slots of node *n* begin at *n* times the width; a slot is a leaf, or the complement of a
  /// node.
  private var slots: Slab<Int32>

  /// Homes that have every scalar in leaf 0.
  init() {
    regions = PerLane.lanes.map { Region(root: $0) }
    slots = Slab(repeating: 0, count: regions.count * Self.width)
  }

  /// How many nodes lie on the way to a scalar.
  func levels(of number: ScalarNumber) -> Int { regions[number.region - 1].levels }

  /// The leaf that holds a scalar.
  func leaf(of number: ScalarNumber) -> Int {
    let region = regions[number.region - 1]
    let offset = number.offsetInRegion
    guard offset < region.reach else { return region.rest }
    var shift = region.levels * Self.bits
    var slot = ~Int32(truncatingIfNeeded: region.root)
    while slot < 0 {
      shift -= Self.bits
      slot = slots[Int(~slot) << Self.bits + (offset >> shift & (Self.width - 1))]
    }
    return Int(slot)
  }

  /// Records that scalars of adjacent numbers are in one leaf.
  mutating func assign(_ numbers: Range<ScalarNumber>, to leaf: Int) {
    let index = numbers.lowerBound.region - 1
    let start = numbers.lowerBound.offsetInRegion
    let end = start + numbers.count
    while start >= regions[index].reach || end < .regionSize && end > regions[index].reach {
      raise(index)
    }
    if (start ^ (end - 1)) >> Self.bits == 0, assignInside(start..<end, to: leaf, in: index) {
      return
    }
    if end > regions[index].reach { regions[index].rest = leaf }
    assign(
      start..<min(end, regions[index].reach), to: Int32(leaf), in: regions[index].root,
      shift: (regions[index].levels - 1) * Self.bits)
  }

  /// Records a stretch within one node of the lowest level; does nothing where that node is missing.
  private mutating func assignInside(_ numbers: Range<Int>, to leaf: Int, in index: Int) -> Bool {
    var shift = regions[index].levels * Self.bits
    var slot = ~Int32(truncatingIfNeeded: regions[index].root)
    while shift > Self.bits, slot < 0 {
      shift -= Self.bits
      let part = numbers.lowerBound >> shift & (Self.width - 1)
      slot = slots[Int(~slot) << Self.bits + part]
    }
    guard slot < 0 else { return slot == leaf }
    let start = Int(~slot) << Self.bits + numbers.lowerBound & (Self.width - 1)
    slots.fill(start..<start + numbers.count, with: Int32(leaf))
    return true
  }

  /// Puts a new root above that of a region.
  private mutating func raise(_ index: Int) {
    let region = regions[index]
    regions[index].root = addNode(filledWith: Int32(region.rest))
    regions[index].levels += 1
    slots[regions[index].root << Self.bits] = ~Int32(region.root)
  }

  private mutating func addNode(filledWith slot: Int32) -> Int {
    slots.grow(by: Self.width, filledWith: slot)
    return slots.count / Self.width - 1
  }

  /// Records a stretch of the numbers of a node, counted from its first, the slots of which hold
  /// two to the power of `shift` numbers each.
  private mutating func assign(_ numbers: Range<Int>, to leaf: Int32, in node: Int, shift: Int) {
    var (node, shift, start, end) = (node, shift, numbers.lowerBound, numbers.upperBound)
    while true {
      let first = start >> shift
      let last = (end - 1) >> shift
      // The slots in part: the first, then the last; those between are whole.
      let wholeFrom = start == first << shift ? first : first + 1
      let wholeTo = end == (last + 1) << shift ? last : last - 1
      if wholeFrom <= wholeTo {
        slots.fill(node << Self.bits + wholeFrom..<node << Self.bits + wholeTo + 1, with: leaf)
      }
      let isFirstCut = first < wholeFrom
      let isLastCut = last > wholeTo && (last > first || !isFirstCut)
      if isFirstCut, isLastCut {
        if let child = child(last, of: node, unless: leaf) {
          assign(0..<end - last << shift, to: leaf, in: child, shift: shift - Self.bits)
        }
        end = (first + 1) << shift
      }
      guard isFirstCut || isLastCut else { return }
      let cut = isFirstCut ? first : last
      guard let child = child(cut, of: node, unless: leaf) else { return }
      (start, end) = (max(start - cut << shift, 0), min(end, (cut + 1) << shift) - cut << shift)
      (node, shift) = (child, shift - Self.bits)
    }
  }

  /// The node of a slot that is to be in more than one leaf; `nil` if it is all in this one.
  private mutating func child(_ slot: Int, of node: Int, unless leaf: Int32) -> Int? {
    let index = node << Self.bits + slot
    guard slots[index] != leaf else { return nil }
    if slots[index] >= 0 { slots[index] = ~Int32(addNode(filledWith: slots[index])) }
    return Int(~slots[index])
  }
}

extension ScalarNumber {
  /// The place of a number in its region.
  fileprivate var offsetInRegion: Int { self & (.regionSize - 1) }
}
