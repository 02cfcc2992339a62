// The shortest way from one sequence of tokens to another that keeps, deletes and inserts tokens,
// by Myers' greedy walk ("An O(ND) Difference Algorithm and Its Variations", 1986). Diagonal k
// holds the places where k more old tokens than new ones have been used; after d edits, `reach[k]`
// is how far along the old sequence diagonal k can be. Each round adds one edit to the best
// neighbour and then follows equal tokens for free. The rounds are remembered, to walk back from
// the end.
//
// Two texts that have little in common would cost their product, for an edit that nobody can read.
// The walk gives up after a number of edits instead; the caller replaces the whole.
//
// Cost: O((n + m) · d) time and O(d²) space for d edits.

/// A replacement of old tokens by new ones; both ranges count from the start of their sequence.
struct Replacement: Hashable, Sendable {
  var old: Range<Int>
  var new: Range<Int>
}

/// Finds the fewest deletions and insertions between two sequences of tokens.
struct ShortestEdit {
  /// How many edits are looked for before the walk gives up.
  static let limit = 1000

  private let old: ArraySlice<Int>
  private let new: ArraySlice<Int>

  /// The replacements that lead from one sequence to the other, ascending and apart.
  ///
  /// When more than ``limit`` edits are needed, everything between the common prefix and the common
  /// suffix is one replacement.
  static func replacements(from old: [Int], to new: [Int]) -> [Replacement] {
    let whole = trimmed(Replacement(old: old.indices, new: new.indices), from: old, to: new)
    guard !whole.old.isEmpty, !whole.new.isEmpty else {
      return whole.old.isEmpty && whole.new.isEmpty ? [] : [whole]
    }
    return ShortestEdit(old: old[whole.old], new: new[whole.new]).walk() ?? [whole]
  }

  /// A replacement without the tokens that its two sides begin and end with alike.
  static func trimmed(_ replacement: Replacement, from old: [Int], to new: [Int]) -> Replacement {
    var (oldStart, newStart) = (replacement.old.lowerBound, replacement.new.lowerBound)
    var (oldEnd, newEnd) = (replacement.old.upperBound, replacement.new.upperBound)
    while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
      oldStart += 1
      newStart += 1
    }
    while oldStart < oldEnd, newStart < newEnd, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    return Replacement(old: oldStart..<oldEnd, new: newStart..<newEnd)
  }

  private func walk() -> [Replacement]? {
    let limit = min(Self.limit, old.count + new.count)
    let middle = limit + 1
    var reach = [Int](repeating: 0, count: 2 * middle + 1)
    var rounds: [[Int]] = []
    for edits in 0...limit {
      rounds.append(Array(reach[middle - edits - 1...middle + edits + 1]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let place = middle + diagonal
        let inserts = Self.inserts(diagonal, edits, reach[place - 1], reach[place + 1])
        var x = inserts ? reach[place + 1] : reach[place - 1] + 1
        while x < old.count, x - diagonal < new.count,
          old[old.startIndex + x] == new[new.startIndex + x - diagonal]
        {
          x += 1
        }
        reach[place] = x
        if x >= old.count, x - diagonal >= new.count { return replacements(along: rounds) }
      }
    }
    return nil
  }

  /// Whether the best way to a diagonal is an insertion, from the diagonal above, in this round.
  private static func inserts(_ diagonal: Int, _ edits: Int, _ below: Int, _ above: Int) -> Bool {
    diagonal == -edits || (diagonal != edits && below < above)
  }

  /// Walks back through the rounds, and gathers adjacent edits.
  private func replacements(along rounds: [[Int]]) -> [Replacement] {
    var descending: [Replacement] = []
    var (x, y) = (old.count, new.count)
    for edits in (0..<rounds.count).reversed() where edits > 0 {
      let reach = rounds[edits]
      let diagonal = x - y
      let place = diagonal + edits + 1
      let inserts = Self.inserts(diagonal, edits, reach[place - 1], reach[place + 1])
      x = inserts ? reach[place + 1] : reach[place - 1]
      y = x - (inserts ? diagonal + 1 : diagonal - 1)
      let (oldStart, newStart) = (old.startIndex + x, new.startIndex + y)
      let (oldEnd, newEnd) = (oldStart + (inserts ? 0 : 1), newStart + (inserts ? 1 : 0))
      if let last = descending.last, last.old.lowerBound == oldEnd, last.new.lowerBound == newEnd {
        descending[descending.count - 1] = Replacement(
          old: oldStart..<last.old.upperBound, new: newStart..<last.new.upperBound)
      } else {
        descending.append(Replacement(old: oldStart..<oldEnd, new: newStart..<newEnd))
      }
    }
    return descending.reversed()
  }
}
