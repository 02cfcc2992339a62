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
    words.reserveCapacity(source.count / 4)
    var offset = 0
    while offset < source.count {
      let plain = Self.plainBytes(source, from: offset)
      if plain > 0 {
        append(source, offset..<offset + plain)
        offset += plain
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

  /// How many bytes from an offset on are characters of their own: ASCII that no mark follows.
  private static func plainBytes(_ source: Span<UInt8>, from offset: Int) -> Int {
    var end = offset
    while end < source.count, source[end] < 0x80 { end += 1 }
    return end == source.count ? end - offset : max(0, end - 1 - offset)
  }

  /// The first place that matches, as bytes of the text's own UTF-8; `nil` where none does.
  func firstPlace(of sought: SearchPhrase) -> Range<Int>? {
    for start in words.indices where mayBegin(sought, at: start) {
      if let place = place(of: sought, at: start) { return place }
    }
    return nil
  }

  /// Whether a word begins as a phrase does.
  private func mayBegin(_ sought: SearchPhrase, at start: Int) -> Bool {
    sought.firstByte == bytes[words[start].range.lowerBound]
  }

  /// All places that match, ascending, as bytes of the text's own UTF-8.
  func places(of sought: SearchPhrase) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for start in words.indices where mayBegin(sought, at: start) {
      if let place = place(of: sought, at: start) { places.append(place) }
    }
    return places
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

  /// Appends bytes each of which is a character; a run of letters and digits at once.
  private mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      while offset < range.upperBound, Self.isInWord(source[offset]) {
        bytes.append(Self.folded(source[offset]))
        offset += 1
      }
      if offset > start { place(offset - start, .inWord, start..<offset) }
      guard offset < range.upperBound else { return }
      let isSign = 0x21...0x7e ~= source[offset]
      bytes.append(isSign ? source[offset] : UInt8(ascii: " "))
      place(1, isSign ? .alone : .between, offset..<offset + 1)
      offset += 1
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// A letter or digit of ASCII, a capital as a small letter.
  private static func folded(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
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
