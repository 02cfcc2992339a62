/// A few words around the place where a search matched.
public enum Excerpt {
  private static let before = 30
  private static let length = 90

  /// The words around the first match of any of the words, from one field of the entry.
  public static func around(_ words: [SearchWord], in view: EntryView) -> String {
    around(words.map(\.text), in: view.fields.map(\.value.shownWords))
  }

  /// The words around the first match of any of the words, from one of some texts; the first words
  /// of all where none of them stands there as it was typed.
  static func around(_ words: [String], in texts: [String]) -> String {
    for word in words {
      for text in texts {
        if let place = firstPlace(of: word, in: text) { return excerpt(of: text, at: place) }
      }
    }
    return texts.first.map { excerpt(of: $0, at: $0.startIndex) } ?? ""
  }

  /// The place where a word of the text begins with the word sought; any place for letters beyond
  /// ASCII, whose words may have no space between them.
  private static func firstPlace(of word: String, in text: String) -> String.Index? {
    let folded = word.lowercased()
    guard let initial = folded.utf8.first else { return nil }
    // Two bytes rule most places out; only the others are looked at as characters.
    let bytes = text.utf8Span.span
    var isInWord = false
    for offset in bytes.indices {
      let byte = bytes[offset]
      let wasInWord = isInWord
      isInWord = isLetter(byte)
      guard byte >= 0xc0 || !wasInWord && (byte == initial || byte | 0x20 == initial) else {
        continue
      }
      let index = text.utf8.index(text.startIndex, offsetBy: offset)
      guard byte < 0x80 || String.Index(index, within: text) != nil else { continue }
      let isStart = index == text.startIndex || !text[text.index(before: index)].isLetter
      if isStart || byte >= 0xc0, text[index...].prefix(word.count).lowercased() == folded {
        return index
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  /// The words around a place, with one space between them, and a mark where there are more.
  private static func excerpt(of text: String, at place: String.Index) -> String {
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
