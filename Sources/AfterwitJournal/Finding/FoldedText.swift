internal import AfterwitText

// Problem: a person who looks for `resume` means `Résumé` too, whoever typed it and however the
// letters were composed; who looks for `C++` does not mean each word that begins with a c.
//
// Idea: the text and what is looked for are folded by one rule, so that what a person takes for the
// same is the same bytes. The folded text is cut into words: a run of letters, digits and marks is
// one, and each sign, each emoji and each letter of a script without spaces is one of its own. A
// place matches where a word begins and the bytes from there begin with those that are looked for.
// The index of the store holds the same words, without what lies between them; so it finds all that
// match, and sometimes more (`C + +`), of which this then has the last word.
//
// Invariant: words do not overlap, and ascend; a word's source is the bytes of its characters.
//
// Cost: one step a character; a letter beyond ASCII costs as much as some thirty others.

/// A text as it is looked through: folded, and cut into words.
struct FoldedText {
  /// A word, a sign or a letter at which what is looked for may begin.
  struct Word {
    /// Its folded bytes.
    var range: Range<Int>
    /// The bytes of the text's own UTF-8 that it stands for.
    var source: Range<Int>
  }

  /// The folded text, one space wherever words are parted by a scalar that is no part of them.
  private(set) var bytes: [UInt8] = []
  /// Its words, ascending.
  private(set) var words: [Word] = []
  /// Whether the last word may go on.
  private var isInWord = false

  /// Folds a text.
  init(_ text: String) {
    let source = text.utf8Span.span
    bytes.reserveCapacity(source.count)
    var offset = 0
    while offset < source.count {
      // A mark may follow an ASCII letter, and is part of the same character then.
      if source[offset] < 0x80, offset + 1 == source.count || source[offset + 1] < 0x80 {
        append(ascii: source[offset], from: offset)
        offset += 1
      } else {
        let character = text[text.utf8.index(text.startIndex, offsetBy: offset)]
        let folded = FoldedCharacter(character)
        let end = offset + character.utf8.count
        bytes.append(contentsOf: folded.bytes)
        place(folded.bytes.count, folded.place, offset..<end)
        offset = end
      }
    }
  }

  /// The first place that matches, as bytes of the text's own UTF-8; `nil` where none does.
  func firstPlace(of sought: SearchPhrase) -> Range<Int>? {
    words.indices.lazy.compactMap { place(of: sought, at: $0) }.first
  }

  /// All places that match, ascending, as bytes of the text's own UTF-8.
  func places(of sought: SearchPhrase) -> [Range<Int>] {
    words.indices.compactMap { place(of: sought, at: $0) }
  }

  /// What matches from a word on: whole words of the text, in its own UTF-8.
  private func place(of sought: SearchPhrase, at start: Int) -> Range<Int>? {
    var next = start
    var last = start
    for (number, word) in sought.words.enumerated() {
      guard next < words.count, let first = word.bytes.first else { return nil }
      let from = words[next].range.lowerBound
      guard bytes[from] == first, bytes[from...].starts(with: word.bytes) else { return nil }
      let end = from + word.bytes.count
      last = next
      while words[last].range.upperBound < end { last += 1 }
      let isLast = number == sought.words.count - 1
      guard words[last].range.upperBound == end || isLast && sought.isOpen else { return nil }
      next = last + 1
      // The words of a phrase are parted, as they were typed.
      guard isLast || next < words.count && words[next].range.lowerBound > end else { return nil }
    }
    return words[start].source.lowerBound..<words[last].source.upperBound
  }

  /// The words of the index, parted by spaces.
  var indexed: String {
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count + words.count)
    for word in words {
      if !joined.isEmpty { joined.append(UInt8(ascii: " ")) }
      joined.append(contentsOf: bytes[word.range])
    }
    return String(decoding: joined, as: UTF8.self)
  }

  private mutating func append(ascii byte: UInt8, from offset: Int) {
    let source = offset..<offset + 1
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      bytes.append(byte | 0x20)
      place(1, .inWord, source)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      bytes.append(byte)
      place(1, .inWord, source)
    case 0...0x20, 0x7f:
      bytes.append(UInt8(ascii: " "))
      place(1, .between, source)
    default:
      bytes.append(byte)
      place(1, .alone, source)
    }
  }

  /// Gives the last bytes their word.
  private mutating func place(
    _ count: Int, _ place: FoldedCharacter.Place, _ source: Range<Int>
  ) {
    guard count > 0 else { return }
    let start = bytes.count - count
    switch place {
    case .between: break
    case .inWord where isInWord:
      let last = words.count - 1
      words[last].range = words[last].range.lowerBound..<bytes.count
      words[last].source = words[last].source.lowerBound..<source.upperBound
    case .inWord, .alone: words.append(Word(range: start..<bytes.count, source: source))
    }
    isInWord = place == .inWord
  }
}
