import Foundation

/// A word, a number, an address, or one sign of a script that leaves no spaces.
public struct ReferenceUnit: Hashable, Sendable {
  /// From its first scalar to the one behind its last.
  public let range: Range<Int>
  /// `alone`, `syllable` or `spaced`.
  public let script: String
}

/// The units of a text, by the classes that `Protocol/tokens.txt` lists.
public struct ReferenceUnits: Sendable {
  private let classes: [String]

  /// The table of the specification, read from its file.
  public static let specified: Self = {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().path
    let root = "/" + file.split(separator: "/").dropLast(4).joined(separator: "/")
    let bytes = FileManager.default.contents(atPath: root + "/Protocol/tokens.txt") ?? Data()
    return Self(table: String(decoding: bytes, as: UTF8.self))
  }()

  /// Reads a table: a first scalar, a last one and their class a line, `#` before what is said.
  public init(table: String) {
    var classes = [String](repeating: "", count: 0x11_0000)
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ")
      guard parts.count == 3, let first = Int(parts[0], radix: 16),
        let last = Int(parts[1], radix: 16), first <= last, last < classes.count
      else { preconditionFailure("no line of a table of classes: \(line)") }
      for scalar in first...last { classes[scalar] = String(parts[2]) }
    }
    precondition(classes.contains("letter"), "the table of classes is not there")
    self.classes = classes
  }

  /// The class of a scalar, empty where it has none.
  func name(_ scalar: Unicode.Scalar) -> String { classes[Int(scalar.value)] }

  func isWhite(_ scalar: Unicode.Scalar) -> Bool {
    name(scalar) == "space" || scalar == "\n" || scalar == "\r"
  }

  /// Whether a scalar is a sign as wide as those of Han.
  func isWideSign(_ scalar: Unicode.Scalar) -> Bool {
    name(scalar).isEmpty
      && ((0x3000...0x303F).contains(scalar.value) || (0xFF00...0xFF65).contains(scalar.value))
  }

  /// Whether inserted text puts whole lines between two scalars, or the ends of the text.
  func isParagraph(
    _ text: [Unicode.Scalar], before: Unicode.Scalar?, behind: Unicode.Scalar?
  ) -> Bool {
    endsLine(before ?? "\n") && text.last == "\n"
      || endsLine(behind ?? "\n") && (text.first.map(endsLine) ?? false)
  }

  /// Whether a scalar is a line end.
  func endsLine(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
    ["letter", "number", "mark", "joiner", "emoji", "alone", "katakana", "syllable"]
      .contains(name(scalar))
  }

  /// The units of a text, in order.
  public func units(of text: [Unicode.Scalar]) -> [ReferenceUnit] {
    let tokens = tokens(of: text)
    var found: [ReferenceUnit] = []
    var first = 0
    while first < tokens.count {
      var last = first
      while last + 1 < tokens.count, isJoined(last, in: tokens, of: text) { last += 1 }
      let script = name(text[tokens[first].lowerBound])
      if first == last, ["alone", "syllable"].contains(script) {
        found.append(ReferenceUnit(range: tokens[first], script: script))
      } else {
        let taken = found.last?.range.upperBound ?? 0
        let range = widened(Array(tokens[first...last]), from: taken, in: text)
        found.append(ReferenceUnit(range: range, script: "spaced"))
      }
      first = last + 1
    }
    return found
  }

  private func tokens(of text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < text.count {
      var end = start + 1
      if isOfWords(text[start]) {
        while end < text.count, goesOn(from: name(text[start]), at: end, in: text) { end += 1 }
        found.append(start..<end)
      }
      start = end
    }
    return found
  }

  /// Whether a token that begins with a class has a scalar too.
  private func goesOn(from first: String, at place: Int, in text: [Unicode.Scalar]) -> Bool {
    let this = name(text[place])
    switch first {
    case "alone", "syllable": return ["mark", "joiner"].contains(this)
    case "katakana": return ["katakana", "mark", "joiner"].contains(this)
    default:
      if this == "apostrophe", place + 1 < text.count {
        return ["letter", "mark"].contains(name(text[place - 1]))
          && name(text[place + 1]) == "letter"
      }
      return ["letter", "number", "mark", "joiner", "emoji"].contains(this)
    }
  }

  // MARK: The numbered rules

  /// Whether a token and the next one are of one unit (rules 1 and 2).
  private func isJoined(
    _ token: Int, in tokens: [Range<Int>], of text: [Unicode.Scalar]
  ) -> Bool {
    let next = token + 1
    let between = Array(text[tokens[token].upperBound..<tokens[next].lowerBound])
    let scripts = [token, next].map { name(text[tokens[$0].lowerBound]) }
    if !scripts.contains("alone"), !scripts.contains("syllable") {
      let isOfNumber =
        ["\u{a0}", "\u{2009}", "\u{202f}"].contains(between.first)
        && name(text[tokens[token].upperBound - 1]) == "number" && scripts[1] == "number"
      return between.isEmpty || between == [":", "/", "/"]
        || between.count == 1 && (isOfNumber || ["link", "sign"].contains(name(between[0])))
    }
    let dates = (token - 2...token).filter { isDate($0, in: tokens, of: text) }
    return dates.contains { $0 >= token - 1 }
      || !dates.isEmpty && between.isEmpty && scripts[1] == "alone"
  }

  /// Whether a number, a sign that stands alone and a number follow each other directly.
  private func isDate(_ first: Int, in tokens: [Range<Int>], of text: [Unicode.Scalar]) -> Bool {
    guard first >= 0, first + 2 < tokens.count else { return false }
    let three = tokens[first...first + 2].map { $0 }
    return three[0].upperBound == three[1].lowerBound && three[1].upperBound == three[2].lowerBound
      && isNumber(three[0], in: text) && isNumber(three[2], in: text)
      && name(text[three[1].lowerBound]) == "alone"
  }

  private func isNumber(_ token: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    name(text[token.lowerBound]) == "number" && name(text[token.upperBound - 1]) == "number"
  }

  /// Tokens with the signs and the full stop that belong to their unit (rules 3 and 4).
  private func widened(
    _ tokens: [Range<Int>], from taken: Int, in text: [Unicode.Scalar]
  ) -> Range<Int> {
    let last = tokens[tokens.count - 1]
    var (start, end) = (tokens[0].lowerBound, last.upperBound)
    while start > taken, name(text[start - 1]) == "sign" { start -= 1 }
    let isInitial =
      last.count == 1 && name(text[last.lowerBound]) == "letter"
      && !(0xac00...0xd7a3).contains(text[last.lowerBound].value)
      && (last.lowerBound == start || text[last.lowerBound - 1] == ".")
    let isDay =
      tokens.count == 1 && start == last.lowerBound && last.count <= 2 && isNumber(last, in: text)
      && end + 2 < text.count && name(text[end + 1]) == "space" && name(text[end + 2]) == "letter"
    if end < text.count, text[end] == ".", isInitial || isDay { end += 1 }
    while end < text.count, name(text[end]) == "sign" { end += 1 }
    return start..<end
  }
}
