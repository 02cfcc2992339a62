/// A place in the bytes of a stamp.
struct StampCursor {
  private(set) var rest: ArraySlice<UInt8>

  /// Begins at the first of some bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { rest.isEmpty }

  /// Goes behind a character if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  /// Goes behind a sign; 1 for plus and -1 for minus.
  mutating func sign() -> Int? { take("+") ? 1 : take("-") ? -1 : nil }

  /// Reads a number of so many digits, as many as there are.
  mutating func number(_ count: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(count.upperBound).prefix { 0x30...0x39 ~= $0 }
    guard digits.count >= count.lowerBound else { return nil }
    rest = rest[digits.endIndex...]
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Reads one of some English names, or its first three letters; its place among them.
  mutating func name(among names: [String]) -> Int? {
    let letters = rest.prefix { 0x41...0x5a ~= $0 || 0x61...0x7a ~= $0 }
    let word = String(decoding: letters, as: UTF8.self).lowercased()
    guard let place = names.firstIndex(where: { $0 == word || $0.prefix(3) == word }) else {
      return nil
    }
    rest = rest[letters.endIndex...]
    return place
  }
}
