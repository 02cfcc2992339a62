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
// Invariant: words do not overlap, and ascend; a word's source is the offset of the character that
// it begins with.
//
// Cost: one step a character; a letter beyond ASCII costs as much as some thirty others.

/// A text as it is looked through: folded, and cut into words.
struct FoldedText {
  /// A word, a sign or a letter at which what is looked for may begin.
  struct Word {
    /// Its folded bytes.
    var range: Range<Int>
    /// The offset in the text's own UTF-8 at which it begins.
    let source: Int
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
        bytes.append(contentsOf: folded.bytes)
        place(folded.bytes.count, folded.place, from: offset)
        offset += character.utf8.count
      }
    }
  }

  /// The offset in the text's own UTF-8 of the first place that matches; `nil` where none does.
  func firstPlace(of sought: [UInt8]) -> Int? {
    guard let first = sought.first else { return nil }
    return words.first { word in
      bytes[word.range.lowerBound] == first
        && bytes[word.range.lowerBound...].starts(with: sought)
    }?.source
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

  private mutating func append(ascii byte: UInt8, from source: Int) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      bytes.append(byte | 0x20)
      place(1, .inWord, from: source)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      bytes.append(byte)
      place(1, .inWord, from: source)
    case 0...0x20, 0x7f:
      bytes.append(UInt8(ascii: " "))
      place(1, .between, from: source)
    default:
      bytes.append(byte)
      place(1, .alone, from: source)
    }
  }

  /// Gives the last bytes their word.
  private mutating func place(_ count: Int, _ place: FoldedCharacter.Place, from source: Int) {
    guard count > 0 else { return }
    let start = bytes.count - count
    switch place {
    case .between: break
    case .inWord where isInWord:
      let last = words.count - 1
      words[last].range = words[last].range.lowerBound..<bytes.count
    case .inWord, .alone: words.append(Word(range: start..<bytes.count, source: source))
    }
    isInWord = place == .inWord
  }
}
