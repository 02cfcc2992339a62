extension SpanTree {
  /// The place before everything.
  var start: Place { Place(leaf: 0, span: 0, offset: 0) }

  /// The span at a place.
  subscript(_ place: Place) -> TrackedSpan { spans[place.leaf * Self.leafCapacity + place.span] }

  /// The length of a lane's version.
  func preparedCount(in lane: Int) -> Int { total(lane) }

  /// The length of the merged text.
  var shownCount: Int { total(Self.shownRow) }

  private func total(_ row: Int) -> Int {
    sum(of: row, in: root, upTo: inners[root].count)
  }

  /// The place of a scalar.
  /// - Complexity: O(log *spans*).
  func place(of number: ScalarNumber) -> Place {
    let leaf = leaf(of: number)
    let start = leaf * Self.leafCapacity
    for place in 0..<leaves[leaf].count {
      let offset = number - spans[start + place].first
      if offset >= 0, offset < spans[start + place].count {
        return Place(leaf: leaf, span: place, offset: offset)
      }
    }
    preconditionFailure("scalar \(number) is not where its home is")
  }

  /// The place of the scalar that a lane's version shows at a position.
  /// - Complexity: O(log *spans*).
  func place(prepared position: Int, in lane: Int) -> Place {
    var (leaf, left) = descend(to: position, row: lane)
    let start = leaf * Self.leafCapacity
    for place in 0..<leaves[leaf].count {
      let count = spans[start + place].preparedCount(in: lane)
      if left < count { return Place(leaf: leaf, span: place, offset: left) }
      left -= count
    }
    preconditionFailure("position \(position) lies beyond the prepared version")
  }

  /// The leaf that holds a scalar.
  func leaf(of number: ScalarNumber) -> Int {
    guard number.region > 0 else { return descend(to: number, row: Self.baseRow).leaf }
    guard let homes else { preconditionFailure("nobody has asked for homes") }
    return homes.leaf(of: number)
  }

  /// Makes scalars inserted since the base be found by their numbers from now on.
  /// - Complexity: O(*spans*) the first time.
  mutating func keepHomes() {
    guard homes == nil else { return }
    touched += leaves.count
    homes = SpanHomes()
    for leaf in 0..<leaves.count { assignHomes(in: leaf, spans: leaves[leaf].count) }
  }

  /// Records that the first so many spans of a leaf are there.
  mutating func assignHomes(in leaf: Int, spans count: Int) {
    guard homes != nil else { return }
    let start = leaf * Self.leafCapacity
    for index in start..<start + count where spans[index].first.region > 0 {
      assignHome(of: spans[index].numbers, to: leaf)
    }
  }

  /// Records that scalars inserted since the base are in a leaf.
  mutating func assignHome(of numbers: Range<ScalarNumber>, to leaf: Int) {
    guard homes != nil else { return }
    homes?.assign(numbers, to: leaf)
    touched += homeLevels(of: numbers.lowerBound)
  }

  /// How many nodes lead to the leaf of a scalar.
  func homeLevels(of number: ScalarNumber) -> Int {
    number.region > 0 ? homes?.levels(of: number) ?? 0 : height
  }

  /// The leaf with the scalar before which so many of a row come, and how many of these are in it.
  private func descend(to position: Int, row: Int) -> (leaf: Int, left: Int) {
    var left = position
    var node = root
    for _ in 0..<height {
      let start = Self.start(of: row, in: node)
      let last = inners[node].count - 1
      var slot = 0
      // Eight at a time, which the processor adds up at once.
      while slot + 8 <= last {
        let sum = self.sum(ofEightFrom: start + slot)
        guard left >= sum else { break }
        left -= sum
        slot += 8
      }
      while slot < last, left >= rows[start + slot] {
        left -= Int(rows[start + slot])
        slot += 1
      }
      node = Int(rows[Self.start(of: Self.childRow, in: node) + slot])
    }
    return (node, left)
  }

  private func sum(ofEightFrom index: Int) -> Int {
    var sum: Int32 = 0
    for place in index..<index + 8 { sum &+= rows[place] }
    return Int(sum)
  }

  /// Calls a closure with each span in sequence, which may change what no sum counts.
  @inline(__always)
  mutating func forEach(_ body: (inout TrackedSpan) -> Void) {
    var leaf = start.leaf
    while leaf != Self.none {
      let first = leaf * Self.leafCapacity
      spans.change(first..<first + leaves[leaf].count, body)
      touched += 1
      leaf = leaves[leaf].next
    }
  }

  /// The start of the first span at or after a place; `nil` at the end of everything.
  func settled(_ place: Place) -> Place? {
    if place.span < leaves[place.leaf].count { return place }
    let next = leaves[place.leaf].next
    return next == Self.none ? nil : Place(leaf: next, span: 0, offset: 0)
  }

  /// The place just behind the span at a place.
  func behind(_ place: Place) -> Place {
    Place(leaf: place.leaf, span: place.span + 1, offset: 0)
  }

  /// How many scalars of the merged text come before a place.
  /// - Complexity: O(log *spans*).
  func shownCount(before place: Place) -> Int {
    var sum = place.offset > 0 && !self[place].isDeleted ? place.offset : 0
    let start = place.leaf * Self.leafCapacity
    for span in start..<start + place.span { sum += spans[span].shownCount }
    return sum + self.sum(beforeLeaf: place.leaf, row: Self.shownRow)
  }

  /// How many scalars of a lane's version come before a place.
  /// - Complexity: O(log *spans*).
  func preparedCount(before place: Place, in lane: Int) -> Int {
    var sum = place.offset > 0 && self[place].prepared[lane] == 1 ? place.offset : 0
    let start = place.leaf * Self.leafCapacity
    for span in start..<start + place.span { sum += spans[span].preparedCount(in: lane) }
    return sum + self.sum(beforeLeaf: place.leaf, row: lane)
  }

  private func sum(beforeLeaf leaf: Int, row: Int) -> Int {
    var sum = 0
    var node = leaves[leaf]
    while node.parent != Self.none {
      sum += self.sum(of: row, in: node.parent, upTo: node.slot)
      node = inners[node.parent]
    }
    return sum
  }

  /// Whether one scalar, or the start, comes before another in sequence.
  func isBefore(_ left: ScalarNumber, _ right: ScalarNumber) -> Bool {
    if left.region <= 0, right.region <= 0 { return left < right }
    guard left != .beforeAll, right != .beforeAll else { return left < right }
    return isBefore(place(of: left), place(of: right))
  }

  /// Whether one place comes before another in sequence.
  /// - Complexity: O(log *spans*).
  func isBefore(_ left: Place, _ right: Place) -> Bool {
    if left.leaf == right.leaf { return (left.span, left.offset) < (right.span, right.offset) }
    var (first, second) = (leaves[left.leaf], leaves[right.leaf])
    while first.parent != second.parent {
      (first, second) = (inners[first.parent], inners[second.parent])
    }
    return first.slot < second.slot
  }
}
