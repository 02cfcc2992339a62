/// The words of a phrase that are still to be read, in lower case.
struct DateWords {
  private var words: ArraySlice<String>

  /// The words of a phrase; a comma may end a word before another one.
  init(_ phrase: String) throws(DateMisfit) {
    guard phrase.utf8.allSatisfy({ $0 < 0x80 }) else { throw .unknown }
    var words = phrase.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    for place in words.indices.dropLast() where words[place].hasSuffix(",") {
      words[place].removeLast()
    }
    self.words = words[...]
  }

  /// Whether all was read.
  var isEmpty: Bool { words.isEmpty }
  /// The next word.
  var next: String? { words.first }

  /// Reads words if they are next.
  @discardableResult
  mutating func take(_ sought: String...) -> Bool {
    guard words.starts(with: sought) else { return false }
    words.removeFirst(sought.count)
    return true
  }

  /// Reads the next word if it means something.
  mutating func take<Meaning>(_ meaning: (String) -> Meaning?) -> Meaning? {
    guard let word = words.first, let found = meaning(word) else { return nil }
    words.removeFirst()
    return found
  }
}
