// Two people may each paste a chapter at one place, and what their paragraphs have in common is asked
// of every line. The lines are looked at where they lie, as bytes of UTF-8: they are hashed once each,
// and neither cut out nor decoded.
//
// Invariant: a value lives no longer than the buffer that it is a part of, within one `withUTF8`.

/// A line of a text in UTF-8, without its line feed.
struct LineBytes: Hashable {
  let bytes: UnsafeBufferPointer<UInt8>

  static func == (left: Self, right: Self) -> Bool {
    left.bytes.count == right.bytes.count && left.bytes.elementsEqual(right.bytes)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
  }

  /// The line as scalars.
  var scalars: [Unicode.Scalar] { Array(String(decoding: bytes, as: UTF8.self).unicodeScalars) }

  /// Goes through the lines of a text, the empty ones too, until one is found.
  static func contains(
    in text: UnsafeBufferPointer<UInt8>, where isFound: (Self) -> Bool
  ) -> Bool {
    var start = 0
    while true {
      var end = start
      while end < text.count, text[end] != 0x0a { end += 1 }
      if isFound(Self(bytes: UnsafeBufferPointer(rebasing: text[start..<end]))) { return true }
      guard end < text.count else { return false }
      start = end + 1
    }
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
