/// Words of a text on one line, with one space between them, and where in it some places of the text
/// are.
struct ExcerptLine {
  /// The words.
  let text: String
  /// The places, as bytes of the line's UTF-8, ascending; those that meet are one.
  let marks: [Range<Int>]

  /// The line of a range of a text.
  ///
  /// - Parameter places: places in the text's UTF-8; what of them lies outside the range is not there.
  /// - Complexity: O(*bytes of the text up to the end of the range* + *places* log *places*).
  init(_ text: String, _ range: Range<String.Index>, marking places: [Range<Int>]) {
    let places = Self.joined(places)
    var line: [UInt8] = []
    line.reserveCapacity(text[range].utf8.count)
    var marks: [Range<Int>] = []
    var isApart = false
    var next = 0
    var offset = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    for scalar in text.unicodeScalars[range] {
      defer { offset += UTF8.width(scalar) }
      guard !Excerpt.isSpace(scalar) else {
        isApart = !line.isEmpty
        continue
      }
      if isApart { line.append(0x20) }
      isApart = false
      let start = line.count
      if scalar.isASCII {
        line.append(UInt8(scalar.value))
      } else {
        line.append(contentsOf: String(scalar).utf8)
      }
      while next < places.count, places[next].upperBound <= offset { next += 1 }
      guard next < places.count, places[next].contains(offset) else { continue }
      // A place that goes on is one mark, with the space inside it.
      let goesOn = marks.last.map { $0.upperBound >= start - 1 && offset > places[next].lowerBound }
      if goesOn == true, let last = marks.popLast() {
        marks.append(last.lowerBound..<line.count)
      } else {
        marks.append(start..<line.count)
      }
    }
    self.text = String(decoding: line, as: UTF8.self)
    self.marks = marks
  }

  /// The places in ascending order, those that meet joined to one.
  private static func joined(_ places: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, place.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        joined.append(place)
      }
    }
    return joined
  }
}
