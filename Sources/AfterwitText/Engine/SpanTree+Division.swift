// A full node divides in the middle: its upper half becomes a new node beside it. The parent gets
// one child more, and divides first where it is full; a root that divides gets a parent. So the
// tree grows at its root, and all leaves keep the same depth.

extension SpanTree {
  /// Where a place is once its leaf has room for more spans.
  mutating func withRoom(for added: Int, at place: Place) -> Place {
    guard leaves[place.leaf].count + added > Self.leafCapacity else { return place }
    let half = Self.leafCapacity / 2
    let upper = divide(leaf: place.leaf, at: half)
    return place.span < half
      ? place : Place(leaf: upper, span: place.span - half, offset: place.offset)
  }

  private mutating func divide(leaf: Int, at half: Int) -> Int {
    touched += 2
    let added = leaves.count
    let moved = sums(ofLeaf: leaf, from: half)
    let start = leaf * Self.leafCapacity
    let count = leaves[leaf].count
    spans.grow(by: Self.leafCapacity, filledWith: spans[start])
    spans.move(start + half..<start + count, to: added * Self.leafCapacity)
    assignHomes(in: added, spans: count - half)
    leaves.grow(by: 1, filledWith: Node(count: count - half, next: leaves[leaf].next))
    leaves[leaf].count = half
    leaves[leaf].next = added
    if inners[leaves[leaf].parent].count == Self.fanout { divide(inner: leaves[leaf].parent, 1) }
    link(added, behind: leaves[leaf], moving: moved, level: 1)
    return added
  }

  /// Divides an inner node that has this many levels of nodes below.
  private mutating func divide(inner node: Int, _ level: Int) {
    touched += 2
    if node == root { raise() }
    let parent = inners[node].parent
    if inners[parent].count == Self.fanout { divide(inner: parent, level + 1) }
    let half = Self.fanout / 2
    let added = addInner(count: half)
    var moved = Sums(repeating: 0)
    for row in 0...Self.childRow {
      let from = Self.start(of: row, in: node) + half
      let to = Self.start(of: row, in: added)
      rows.move(from..<from + half, to: to)
      if row < Self.childRow { moved[row] = Int32(sum(of: row, in: added, upTo: half)) }
    }
    placeChildren(from: 0, of: added, level: level)
    inners[node].count = half
    link(added, behind: inners[node], moving: moved, level: level + 1)
  }

  private mutating func addInner(count: Int) -> Int {
    inners.grow(by: 1, filledWith: Node(count: count))
    rows.grow(by: Self.innerSize, filledWith: 0)
    return inners.count - 1
  }

  /// Puts a new root above the root.
  private mutating func raise() {
    let added = addInner(count: 1)
    for row in 0..<Self.childRow {
      let total = sum(of: row, in: root, upTo: inners[root].count)
      rows[Self.start(of: row, in: added)] = Int32(total)
    }
    rows[Self.start(of: Self.childRow, in: added)] = Int32(root)
    inners[root].parent = added
    inners[root].slot = 0
    root = added
    height += 1
  }

  /// Makes a node the next sibling of another, which has given it what shows these sums.
  private mutating func link(_ node: Int, behind sibling: Node, moving moved: Sums, level: Int) {
    let (parent, slot) = (sibling.parent, sibling.slot)
    let count = inners[parent].count
    for row in 0...Self.childRow {
      let start = Self.start(of: row, in: parent)
      rows.move(start + slot + 1..<start + count, to: start + slot + 2)
      if row < Self.childRow {
        rows[start + slot] -= moved[row]
        rows[start + slot + 1] = moved[row]
      } else {
        rows[start + slot + 1] = Int32(node)
      }
    }
    inners[parent].count = count + 1
    placeChildren(from: slot + 1, of: parent, level: level)
  }

  /// Tells children from a slot on where they are; at level 1 they are leaves.
  private mutating func placeChildren(from slot: Int, of parent: Int, level: Int) {
    let start = Self.start(of: Self.childRow, in: parent)
    let named = start + slot..<start + inners[parent].count
    if level == 1 {
      leaves.change(namedIn: rows, named) { child, place in
        (child.parent, child.slot) = (parent, slot + place)
      }
    } else {
      inners.change(namedIn: rows, named) { child, place in
        (child.parent, child.slot) = (parent, slot + place)
      }
    }
  }
}
