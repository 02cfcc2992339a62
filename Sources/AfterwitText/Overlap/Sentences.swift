// A person decides about a sentence, so the region of a part is made of whole ones
// (Protocol/4-documents, "Sentences").

/// The sentences of a line.
struct Sentences: Sendable {
  /// A sentence, without the white space behind it.
  private(set) var sentences: [Range<Int>] = []

  /// Finds the sentences of a line whose first scalar has the position `start`.
  init(_ line: [Unicode.Scalar], startingAt start: Int = 0) {
    var first: Int?
    var place = 0
    while place < line.count {
      if first == nil, !line[place].isWhite { first = place }
      if Self.isTerminator(line[place]) {
        var end = place + 1
        while end < line.count, Self.isTerminator(line[end]) || Self.isCloser(line[end]) {
          end += 1
        }
        let isEnd =
          end == line.count || line[end].isWhite || line[place..<end].contains(where: Self.isWide)
        if isEnd, let begun = first {
          sentences.append(start + begun..<start + end)
          first = nil
        }
        place = end
      } else {
        place += 1
      }
    }
    if let begun = first {
      let end = line.lastIndex { !$0.isWhite } ?? begun
      sentences.append(start + begun..<start + end + 1)
    }
  }

  /// The sentence that holds the scalar at a position, if it is not between two.
  func sentence(at position: Int) -> Range<Int>? {
    sentences.first { $0.contains(position) }
  }

  /// Whether a scalar can end a sentence.
  static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "\u{2026}", "\u{61f}", "\u{6d4}", "\u{964}", "\u{965}": true
    default: isWide(scalar)
    }
  }

  /// Whether a scalar ends a sentence though no space follows.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{3002}", "\u{ff01}", "\u{ff1f}", "\u{ff61}": true
    default: false
    }
  }

  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", ")", "]", "}", "\u{2019}", "\u{201d}", "\u{bb}", "\u{300d}", "\u{300f}",
      "\u{ff09}":
      true
    default: false
    }
  }
}
