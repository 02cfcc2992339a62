public import AfterwitDocument

/// A few words around the place where a search matched, from one field of an entry.
public struct Excerpt: Hashable, Sendable {
  private static let before = 30
  private static let length = 90

  /// The field that they are of.
  public let field: FieldName
  /// The words.
  public let text: String
  /// Where in their UTF-8 stands what was looked for, ascending, each place once.
  public let marks: [Range<Int>]

  /// The words around the first match of the first phrase; `nil` where not all phrases are in the
  /// entry, or none is given.
  public init?(of phrases: [SearchPhrase], in view: EntryView) {
    var places: [(text: SearchedText, folded: FoldedText, offset: Int)?] = phrases.map { _ in nil }
    for text in view.searchedTexts where places.contains(where: { $0 == nil }) {
      let folded = FoldedText(text.text)
      for index in places.indices where places[index] == nil {
        places[index] = folded.firstPlace(of: phrases[index]).map { (text, folded, $0.lowerBound) }
      }
    }
    guard let first = places.first ?? nil, places.allSatisfy({ $0 != nil }) else { return nil }
    self.init(
      of: first.text, at: first.offset,
      marking: phrases.flatMap { first.folded.places(of: $0) })
  }

  /// The words around an offset in a text's UTF-8, with one space between them, and a mark where
  /// there are more.
  init(of searched: SearchedText, at offset: Int, marking places: [Range<Int>] = []) {
    let text = searched.text
    let place = text.utf8.index(text.startIndex, offsetBy: offset)
    let (head, tail) = Self.reach(in: text, around: place)
    let start = head.last ?? place
    let end = tail.last.map { text.index(after: $0) } ?? place
    let first = text.utf8.distance(from: text.startIndex, to: start)
    let line = ExcerptLine(
      text, first..<first + text.utf8.distance(from: start, to: end), marking: places)
    let lead = head.isCut ? "…" : ""
    field = searched.field
    self.text = lead + line.text + (tail.isCut ? "…" : "")
    marks = line.marks.map {
      $0.lowerBound + lead.utf8.count..<$0.upperBound + lead.utf8.count
    }
  }

  /// How far what is shown reaches before a place and from there on.
  private static func reach(
    in text: String, around place: String.Index
  ) -> (head: Reach, tail: Reach) {
    var head = Reach(limit: before)
    var index = place
    // What is more than one byte in ASCII is white space, which counts once.
    let isASCII = text.utf8Span.isKnownASCII
    while index > text.startIndex, !head.isCut {
      index = isASCII ? text.utf8.index(before: index) : text.index(before: index)
      head.take(index, isSpace: isSpace(text.unicodeScalars[index]))
    }
    var tail = Reach(limit: length - head.count)
    index = place
    while index < text.endIndex, !tail.isCut {
      tail.take(index, isSpace: isSpace(text.unicodeScalars[index]))
      index = isASCII ? text.utf8.index(after: index) : text.index(after: index)
    }
    return (head, tail)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? isSpace(UInt8(scalar.value)) : scalar.properties.isWhitespace
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0d ~= byte }
}

/// How far some places of a text reach, in characters.
///
/// White space counts once between words, and not at all outside them.
private struct Reach {
  /// How many characters are taken at most.
  let limit: Int
  /// The last place that is reached; `nil` where none is.
  private(set) var last: String.Index?
  /// How many characters that is.
  private(set) var count = 0
  /// Whether more words follow.
  private(set) var isCut = false
  private var isApart = false

  init(limit: Int) { self.limit = limit }

  /// Takes the character at the next place, if it is still reached.
  mutating func take(_ place: String.Index, isSpace: Bool) {
    guard !isSpace else {
      isApart = count > 0
      return
    }
    let step = isApart ? 2 : 1
    guard count + step <= limit else {
      isCut = true
      return
    }
    (last, count, isApart) = (place, count + step, false)
  }
}
