// Two people may each paste a chapter at one place, and what their paragraphs have in common is asked
// of every line. The lines are looked at where they lie, as bytes of UTF-8, eight in one step: they
// are hashed once each, and neither cut out nor decoded.
//
// Invariant: a value lives no longer than the buffer that it is a part of, within one `withUTF8`.

/// A line of a text in UTF-8, without its line feed.
struct LineBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The line as scalars.
  var scalars: [Unicode.Scalar] { Array(String(decoding: bytes, as: UTF8.self).unicodeScalars) }

  /// Goes through the lines of a text, the empty ones too, until one is found.
  static func contains(
    in text: UnsafeBufferPointer<UInt8>, where isFound: (Self) -> Bool
  ) -> Bool {
    var start = 0
    while true {
      let end = lineEnd(in: text, from: start)
      if isFound(Self(bytes: UnsafeBufferPointer(rebasing: text[start..<end]))) { return true }
      guard end < text.count else { return false }
      start = end + 1
    }
  }

  /// The place of the next line feed, or the end of the text.
  ///
  /// A byte that is a line feed is zero in the word that the text and eight line feeds differ by; the
  /// subtraction sets the top bit of the first byte that is zero, and of none before it.
  private static func lineEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var place = start
    while place + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let rest = UInt64(littleEndian: word) ^ 0x0a0a_0a0a_0a0a_0a0a
      let zeros = (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080
      if zeros != 0 { return place + zeros.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < text.count, text[place] != 0x0a { place += 1 }
    return place
  }
}

extension LineBytes {
  /// Whether it begins with a digit, or with what may be a space.
  var mayBeLabelled: Bool {
    guard let first = bytes.first else { return false }
    return first <= 0x20 || 0x30...0x39 ~= first || isSpaceBeyondASCII
  }

  /// Whether it begins with a space that takes several bytes.
  private var isSpaceBeyondASCII: Bool {
    guard let first = bytes.first, first >= 0x80 else { return false }
    let start = String(decoding: bytes.prefix(4), as: UTF8.self)
    return start.unicodeScalars.first?.isSpace ?? false
  }
}
