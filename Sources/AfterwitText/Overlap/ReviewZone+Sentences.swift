extension ReviewZone {
  /// A range of the version that is looked at, widened over the white space before it.
  func whiteSpace(before range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, scalars(at: start - 1..<start).allSatisfy(\.isWhite) { start -= 1 }
    return start..<range.upperBound
  }

  /// A range of the version that is looked at, widened to the sentences that it is about.
  func sentences(around range: Range<Int>) -> Range<Int> {
    let last = max(range.lowerBound, range.upperBound - 1)
    let lines = lineStart(of: range.lowerBound)..<lineEnd(of: last)
    let text = scalars(at: lines)
    return Sentences(text, startingAt: lines.lowerBound).widened(range)
  }

  /// Where the line begins that a position is in.
  func lineStart(of position: Int) -> Int {
    var start = position
    while start > 0 {
      let chunk = scalars(at: max(0, start - 256)..<start)
      if let feed = chunk.lastIndex(of: "\n") { return start - chunk.count + feed + 1 }
      start -= chunk.count
    }
    return start
  }

  /// Where the line ends that a position is in.
  func lineEnd(of position: Int) -> Int {
    var end = position
    while end < length {
      let chunk = scalars(at: end..<end + 256)
      if let feed = chunk.firstIndex(of: "\n") { return end + feed }
      end += chunk.count
    }
    return end
  }
}
