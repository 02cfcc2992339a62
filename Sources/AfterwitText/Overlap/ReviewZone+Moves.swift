internal import AfterwitCausality

extension ReviewZone {
  /// The hunks of an event that take out what others of its hunks put in elsewhere, and these.
  mutating func moves(of event: Int) -> [Int: Int] {
    let hunks = hunks(of: event)
    guard hunks.count > 1 else { return [:] }
    if let known = moved[event] { return known }
    let out = hunks.indices.filter { hunks[$0].isDeletion && !hunks[$0].isAnswer }
    let put = hunks.indices.filter { hunks[$0].deleted.isEmpty && !hunks[$0].isAnswer }
    var found: [Int: Int] = [:]
    if !out.isEmpty, !put.isEmpty {
      let moves = Moves(
        takenOut: out.map { scalars(inOrderOf: hunks[$0].deleted) },
        putIn: put.map { Array(hunks[$0].text.unicodeScalars) })
      for (from, to) in moves.targets { found[out[from]] = put[to] }
    }
    moved[event] = found
    return found
  }

  /// The other half of the move that a hunk is half of.
  mutating func otherHalf(of end: HunkPlace) -> HunkPlace? {
    let moves = moves(of: end.event)
    let other = moves[end.number] ?? moves.first { $0.value == end.number }?.key
    return other.map { HunkPlace(event: end.event, number: $0) }
  }

  /// The scalars of some items, in the order of the sequence.
  private func scalars(inOrderOf ranges: [Range<ScalarNumber>]) -> [Unicode.Scalar] {
    var runs: [Range<ScalarNumber>] = []
    for range in ranges {
      var first = range.lowerBound
      while first < range.upperBound {
        let span = tracker.spans[tracker.spans.place(of: first)].numbers
        let end = min(range.upperBound, span.upperBound)
        runs.append(first..<end)
        first = end
      }
    }
    runs.sort { tracker.spans.isBefore($0.lowerBound, $1.lowerBound) }
    return Array(text(of: runs).unicodeScalars)
  }
}
