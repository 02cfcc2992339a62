/// Words of a text on one line, with one space between them, and where in it some places of the text
/// are.
struct ExcerptLine {
  /// The words.
  let text: String
  /// The places, as bytes of the line's UTF-8, ascending; those that meet are one.
  let marks: [Range<Int>]

  /// The line of a range of a text's UTF-8.
  ///
  /// - Parameter places: places in the text's UTF-8; what of them lies outside the range is not there.
  /// - Complexity: O(*bytes of the range* + *places* log *places*).
  init(_ text: String, _ range: Range<Int>, marking places: [Range<Int>]) {
    let places = Self.joined(places)
    let bytes = text.utf8Span.span
    var line: [UInt8] = []
    line.reserveCapacity(range.count)
    var marks: [Range<Int>] = []
    var isApart = false
    var next = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let width = Self.width(bytes[offset])
      defer { offset += width }
      let isSpace =
        width == 1
        ? Excerpt.isSpace(bytes[offset])
        : Excerpt.isSpace(
          text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: offset)])
      guard !isSpace else {
        isApart = !line.isEmpty
        continue
      }
      if isApart { line.append(0x20) }
      isApart = false
      let start = line.count
      for place in offset..<offset + width { line.append(bytes[place]) }
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

  /// How many bytes the scalar has that begins with a byte.
  private static func width(_ byte: UInt8) -> Int {
    switch byte {
    case ..<0x80: 1
    case ..<0xe0: 2
    case ..<0xf0: 3
    default: 4
    }
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
