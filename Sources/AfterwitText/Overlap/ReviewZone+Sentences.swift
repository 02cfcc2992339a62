extension ReviewZone {
  /// A range of the version that is looked at, widened to the sentences that it is about.
  ///
  /// The end of a range between two sentences stays where it is.
  func sentences(around range: Range<Int>) -> Range<Int> {
    let first = line(around: range.lowerBound)
    if range.isEmpty {
      let inside = first.sentence(at: range.lowerBound)
      return inside.flatMap { $0.lowerBound < range.lowerBound ? $0 : nil } ?? range
    }
    let start = first.sentence(at: range.lowerBound)?.lowerBound ?? range.lowerBound
    let last = line(around: range.upperBound - 1)
    let end = last.sentence(at: range.upperBound - 1)?.upperBound ?? range.upperBound
    return start..<max(end, range.upperBound)
  }

  /// The sentences of the line in which a position lies.
  private func line(around position: Int) -> Sentences {
    var start = position
    while start > 0 {
      let chunk = scalars(at: max(0, start - 256)..<start)
      if let feed = chunk.lastIndex(of: "\n") {
        start -= chunk.count - feed - 1
        break
      }
      start -= chunk.count
    }
    var end = position
    while end < length {
      let chunk = scalars(at: end..<end + 256)
      if let feed = chunk.firstIndex(of: "\n") {
        end += feed
        break
      }
      end += chunk.count
    }
    return Sentences(scalars(at: start..<end), startingAt: start)
  }
}
