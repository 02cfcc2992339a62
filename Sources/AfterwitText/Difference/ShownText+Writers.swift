// A line is whose most of its words are. Of a tie, whoever wrote later; a line feed alone counts for a
// line that has nothing else.

extension ShownText {
  /// A line, and the event that typed most of it.
  public struct WrittenLine: Hashable, Sendable {
    /// The line, without its line feed.
    public let text: String
    /// The position of the event among those of the text; `nil` where all of it stands where changes
    /// met.
    public let event: Int?
  }

  /// The lines of the text, each with the event that typed most of it.
  ///
  /// - Parameter writers: the event that typed each scalar of the text that the changes give.
  public func lines(writtenBy writers: [Int]) -> [WrittenLine] {
    var events: [Int?] = []
    var end = 0
    for place in places {
      events += writers[end..<place.given.lowerBound].map { $0 }
      events += [Int?](repeating: nil, count: place.shown.count)
      end = place.given.upperBound
    }
    events += writers[end...].map { $0 }
    var lines: [WrittenLine] = []
    var line = String.UnicodeScalarView()
    var counts: [Int: Int] = [:]
    for (scalar, event) in zip(text.unicodeScalars, events) {
      let isEnd = scalar == "\n"
      if let event, !isEnd || line.isEmpty { counts[event, default: 0] += 1 }
      if isEnd {
        lines.append(Self.line(line, counts))
        (line, counts) = (String.UnicodeScalarView(), [:])
      } else {
        line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(Self.line(line, counts)) }
    return lines
  }

  private static func line(
    _ scalars: String.UnicodeScalarView, _ counts: [Int: Int]
  ) -> WrittenLine {
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return WrittenLine(text: String(scalars), event: most?.key)
  }
}
