extension SpanTree {
  /// Traps, in debug builds, where an invariant of the tree does not hold, or where the text was not
  /// told of all.
  /// - Complexity: O(*spans*); for tests.
  func assertValid() {
    var expected = 0
    assert(inners[root].parent == Self.none, "the root has no parent")
    assertValid(root, level: height, next: &expected)
    assert(expected == Self.none, "a leaf follows the last")
  }

  /// Checks an inner node, given the leaf that must come first in it, and says which comes next.
  private func assertValid(_ node: Int, level: Int, next: inout Int) {
    assert(inners[node].count > 0, "an inner node without children")
    for slot in 0..<inners[node].count {
      let child = Int(rows[Self.start(of: Self.childRow, in: node) + slot])
      let head = level == 1 ? leaves[child] : inners[child]
      assert(head.parent == node && head.slot == slot, "a child is not where it thinks")
      let sums = level == 1 ? sums(ofLeaf: child, from: 0) : sums(ofInner: child)
      for row in 0..<Self.childRow {
        assert(rows[Self.start(of: row, in: node) + slot] == sums[row], "a sum is wrong")
      }
      if level > 1 {
        assertValid(child, level: level - 1, next: &next)
      } else {
        assert(child == next, "leaves are not linked in sequence")
        next = leaves[child].next
        assertValid(leaf: child)
      }
    }
  }

  private func assertValid(leaf: Int) {
    let start = leaf * Self.leafCapacity
    assert(leaves[leaf].count > 0 && leaves[leaf].count <= Self.leafCapacity, "a leaf is empty")
    for index in start..<start + leaves[leaf].count {
      let span = spans[index]
      assert(span.count > 0, "a span is empty")
      assert(span.wasShown != span.isDeleted, "the text was not told of a span")
      for number in [span.first, span.first + span.count / 2, span.numbers.upperBound - 1] {
        assert(
          homes == nil && number.region > 0 || self.leaf(of: number) == leaf,
          "a scalar is not where it is looked for")
      }
    }
  }

  private func sums(ofInner node: Int) -> Sums {
    var sums = Sums(repeating: 0)
    for row in 0..<Self.childRow {
      sums[row] = Int32(sum(of: row, in: node, upTo: inners[node].count))
    }
    return sums
  }
}
