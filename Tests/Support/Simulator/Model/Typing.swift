internal import AfterwitTestRandomness

/// What a person might type: short words, some of several scalars, and a mark of its own each time.
///
/// A mark is one scalar that is typed once in a run, a rare ideograph, so that it can be looked for
/// in any text that others have edited; every word contains the stem that a relay must not hold.
struct Typing {
  private static let words = [
    "quagga", "Quagga", "quagga's", "e\u{301}quagga", "quaggan\u{303}a", "👩‍👩‍👧 quagga", "quagga 🇩🇪",
    "quagga.", "quagga,", "𝒬quagga", "日quagga本", "quagga\nquagga",
  ]

  /// The tags that everybody uses: as they are typed, and as they are kept.
  static let tags = [
    (typed: "u\u{308}ber-quagga", kept: "\u{fc}ber-quagga"),
    (typed: "quagga𠮷", kept: "quagga𠮷"),
  ]

  private(set) var marks = 0

  /// A run of words around a new mark, apart from what stands before and after it.
  mutating func run(using random: inout SeededGenerator) -> (text: String, mark: Unicode.Scalar) {
    let mark = nextMark()
    let before = (0..<Int.random(in: 0...2, using: &random)).map { _ in Self.word(using: &random) }
    let after = (0..<Int.random(in: 0...2, using: &random)).map { _ in Self.word(using: &random) }
    let parts = ["quagga"] + before + [String(mark)] + after + ["quagga"]
    return (" " + parts.joined(separator: " "), mark)
  }

  private static func word(using random: inout SeededGenerator) -> String {
    words.randomElement(using: &random) ?? "quagga"
  }

  /// The mark by which everybody corrects a mark.
  static func correction(of mark: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(mark.value + Self.most) ?? mark
  }

  /// How many marks a run may have, and how far a correction lies behind what it corrects.
  private static let most: UInt32 = 0x4000

  /// A mark that was never typed.
  mutating func nextMark() -> Unicode.Scalar {
    marks += 1
    if 0x20000 + UInt32(marks) == 0x20BB7 { marks += 1 }
    guard marks < Self.most, let mark = Unicode.Scalar(0x20000 + UInt32(marks)) else {
      preconditionFailure("a run is shorter than the plane of ideographs")
    }
    return mark
  }

  /// What is kept of a short value that was typed: not the white space at its ends.
  static func kept(_ value: String) -> String {
    let scalars = value.unicodeScalars
    let words = scalars.indices.filter { !scalars[$0].properties.isWhitespace }
    guard let first = words.first, let last = words.last else { return "" }
    return String(scalars[first...last])
  }

  /// The marks that stand in a text, as often as they stand there.
  static func marks(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { (0x20001..<0x2A000).contains($0.value) && $0.value != 0x20BB7 }
  }

  /// A text with one place of it replaced; places begin and end between characters.
  mutating func edited(
    _ text: String, using random: inout SeededGenerator
  ) -> String {
    let characters = Array(text)
    let start = Int.random(in: 0...characters.count, using: &random)
    let most = Bool.random(using: &random) ? 12 : 60
    let isInsertion = Int.random(in: 0..<10, using: &random) < 4
    let count =
      isInsertion ? 0 : Int.random(in: 0...min(most, characters.count - start), using: &random)
    let isDeletion = count > 0 && Int.random(in: 0..<10, using: &random) < 4
    let run = isDeletion ? nil : self.run(using: &random)
    return String(characters[..<start]) + (run?.text ?? "")
      + String(characters[(start + count)...])
  }
}
