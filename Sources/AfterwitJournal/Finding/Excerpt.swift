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
    let head = Self.reach(in: text, over: text[..<place].indices.reversed(), limit: Self.before)
    let tail = Self.reach(
      in: text, over: text[place...].indices, limit: Self.length - head.count)
    let start = head.last ?? place
    let end = tail.last.map { text.index(after: $0) } ?? place
    let line = ExcerptLine(text, start..<end, marking: places)
    let lead = head.isCut ? "…" : ""
    field = searched.field
    self.text = lead + line.text + (tail.isCut ? "…" : "")
    marks = line.marks.map {
      $0.lowerBound + lead.utf8.count..<$0.upperBound + lead.utf8.count
    }
  }

  /// The last of at most `limit` characters, how many they are, and whether more words follow.
  ///
  /// White space counts once between words, and not at all outside them.
  private static func reach(
    in text: String, over indices: some Sequence<String.Index>, limit: Int
  ) -> (last: String.Index?, count: Int, isCut: Bool) {
    var last: String.Index?
    var count = 0
    var isApart = false
    for index in indices {
      guard !isSpace(text.unicodeScalars[index]) else {
        isApart = count > 0
        continue
      }
      let step = isApart ? 2 : 1
      guard count + step <= limit else { return (last, count, true) }
      (last, count, isApart) = (index, count + step, false)
    }
    return (last, count, false)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0d: true
    case 0x21...0x7e: false
    default: scalar.properties.isWhitespace
    }
  }
}
