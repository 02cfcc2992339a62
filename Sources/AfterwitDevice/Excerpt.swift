internal import AfterwitJournal

/// A few words around the place where a search matched.
enum Excerpt {
  private static let before = 30
  private static let length = 90

  /// The words around the first match of any of the words, from one field of the entry.
  static func around(_ words: [String], in view: EntryView) -> String {
    let fields = view.fields.map { line($0.value) }
    for word in words {
      for field in fields {
        if let range = firstRange(of: word, in: field) { return cut(field, at: range) }
      }
    }
    return fields.first.map { String($0.prefix(length)) } ?? ""
  }

  private static func line(_ value: EntryView.Value) -> String {
    let text =
      switch value {
      case .text(let text): text
      case .register(let shown, _): shown
      case .set(let elements): elements.joined(separator: ", ")
      }
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    var isApart = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
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

  /// The place where a word of the text begins with the word sought; any place for letters beyond
  /// ASCII, whose words may have no space between them.
  private static func firstRange(of word: String, in text: String) -> String.Index? {
    let folded = word.lowercased()
    guard let initial = folded.utf8.first else { return nil }
    // Most places are told by one byte; only the others are looked at as characters.
    for (index, byte) in zip(text.utf8.indices, text.utf8)
    where byte >= 0xc0 || byte == initial || byte | 0x20 == initial {
      guard byte < 0x80 || String.Index(index, within: text) != nil else { continue }
      let isStart = index == text.startIndex || !text[text.index(before: index)].isLetter
      if isStart || byte >= 0xc0, text[index...].prefix(word.count).lowercased() == folded {
        return index
      }
    }
    return nil
  }

  private static func cut(_ text: String, at match: String.Index) -> String {
    let start = text.index(match, offsetBy: -before, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(start, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
    return (start == text.startIndex ? "" : "…") + text[start..<end]
      + (end == text.endIndex ? "" : "…")
  }
}
