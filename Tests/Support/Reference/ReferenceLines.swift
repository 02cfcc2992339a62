/// The lines of a text in pieces, without what ends them.
struct ReferenceLines {
  private struct Line: Equatable {
    var content: [[Unicode.Scalar]]
    /// What ends it, or would.
    var end: [Unicode.Scalar]
  }

  private let lines: [Line]
  /// The pieces of each line, and those of them that end it.
  private let places: [(whole: Range<Int>, end: Range<Int>)]

  init(_ pieces: [ArraySlice<Unicode.Scalar>]) {
    let ends = pieces.indices.filter { pieces[$0] == ["\n"] }.map { $0 + 1 } + [pieces.count]
    let ranges = zip([0] + ends, ends).map { $0..<$1 }.filter { !$0.isEmpty }
    places = ranges.map { range in
      let last = range.upperBound - 1
      guard pieces[last] == ["\n"] else { return (range, range.upperBound..<range.upperBound) }
      let hasReturn = range.count > 1 && pieces[last - 1] == ["\r"]
      return (range, (hasReturn ? last - 1 : last)..<range.upperBound)
    }
    var lines: [Line] = []
    for place in places {
      let end = pieces[place.end].flatMap { Array($0) }
      lines.append(
        Line(
          content: pieces[place.whole.lowerBound..<place.end.lowerBound].map { Array($0) },
          end: end.isEmpty ? lines.last?.end ?? ["\n"] : end))
    }
    self.lines = lines
  }

  /// What differs, in pieces.
  func changes(to other: Self) -> [(old: Range<Int>, new: Range<Int>)] {
    let found = ReferenceReading.changes(from: lines, to: other.lines)
    var changes = found.map { (old: pieces($0.old), new: other.pieces($0.new)) }
    let isTail = found.last.map { $0.old.upperBound == lines.count } ?? false
    let left = isTail ? found.last : nil
    let (one, two) = (
      (left?.old.lowerBound ?? lines.count) - 1, (left?.new.lowerBound ?? other.lines.count) - 1
    )
    guard one >= 0, two >= 0, places[one].end.isEmpty != other.places[two].end.isEmpty else {
      return changes
    }
    if isTail { changes.removeLast() }
    return changes + [
      (places[one].end.lowerBound..<count, other.places[two].end.lowerBound..<other.count)
    ]
  }

  private var count: Int { places.last?.whole.upperBound ?? 0 }

  private func pieces(_ range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound < places.count ? places[range.lowerBound].whole.lowerBound : count
    return start..<(range.isEmpty ? start : places[range.upperBound - 1].whole.upperBound)
  }
}
