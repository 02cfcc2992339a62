public import AfterwitDocument

/// A few words around the place where a search matched, from one field of an entry.
public struct Excerpt: Hashable, Sendable {
  private static let before = 30
  private static let length = 90

  /// The field that they are of.
  public let field: FieldName
  /// The words.
  public let text: String

  /// The words around the first match of the first word; `nil` where not all words are in the entry.
  public init?(of words: [SearchWord], in view: EntryView) {
    var places: [(text: SearchedText, offset: Int)?] = words.map { _ in nil }
    for text in view.searchedTexts where places.contains(where: { $0 == nil }) {
      let folded = FoldedText(text.text)
      for index in places.indices where places[index] == nil {
        places[index] = folded.firstPlace(of: words[index].bytes).map { (text, $0) }
      }
    }
    guard let first = places.first ?? nil, places.allSatisfy({ $0 != nil }) else { return nil }
    field = first.text.field
    text = Self.excerpt(of: first.text.text, at: first.offset)
  }

  /// The words around an offset in a text's UTF-8, with one space between them, and a mark where
  /// there are more.
  static func excerpt(of text: String, at offset: Int) -> String {
    let place = text.utf8.index(text.startIndex, offsetBy: offset)
    let head = reach(in: text, over: text[..<place].indices.reversed(), limit: before)
    let tail = reach(in: text, over: text[place...].indices, limit: length - head.count)
    let start = head.last ?? place
    let end = tail.last.map { text.index(after: $0) } ?? place
    return (head.isCut ? "…" : "") + line(text[start..<end]) + (tail.isCut ? "…" : "")
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

  /// The words with one space between them.
  private static func line(_ text: Substring) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    var isApart = false
    for scalar in text.unicodeScalars {
      guard !isSpace(scalar) else {
        isApart = !line.isEmpty
        continue
      }
      if isApart { line.append(0x20) }
      isApart = false
      if scalar.isASCII {
        line.append(UInt8(scalar.value))
      } else {
        line.append(contentsOf: String(scalar).utf8)
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0d: true
    case 0x21...0x7e: false
    default: scalar.properties.isWhitespace
    }
  }
}
