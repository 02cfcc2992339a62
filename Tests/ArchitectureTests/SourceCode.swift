/// What a Swift file declares, names and imports; comments and the words of literals do not count.
struct SourceCode: Sendable {
  /// Every identifier that stands in it, those in interpolations included.
  private(set) var words: Set<String> = []
  /// The types that it declares, those inside others left out.
  private(set) var types: Set<String> = []
  /// Everything that it declares: types, members, cases, and the labels of initialisers.
  private(set) var names: Set<String> = []
  /// The modules that it imports.
  private(set) var imports: Set<String> = []

  /// Reads a file's text.
  init(_ text: String) {
    var scanner = CodeScanner(text)
    var last = ""
    var depth = 0
    var isInInitializer = false
    while let token = scanner.next() {
      switch token {
      case "{": depth += 1
      case "}": depth -= 1
      case ")": isInInitializer = false
      default:
        if Self.typeKeywords.contains(last), depth == 0 { types.insert(token) }
        if Self.keywords.contains(last) || isInInitializer { names.insert(token) }
        if token == "init" { isInInitializer = true }
        words.insert(token)
      }
      if last == "import" { imports.insert(token) }
      // `import struct Foundation.Data` names the module behind the kind of what it takes.
      let isKind = last == "import" && Self.typeKeywords.contains(token)
      if isKind { imports.remove(token) } else { last = token }
    }
  }

  private static let typeKeywords: Set<String> = [
    "struct", "class", "enum", "actor", "protocol", "typealias",
  ]
  private static let keywords = typeKeywords.union([
    "func", "var", "let", "case", "associatedtype",
  ])
}

/// The identifiers and brackets of a Swift file, one after another.
struct CodeScanner {
  private let bytes: [UInt8]
  private var place = 0
  /// For each interpolation that is open, how many parentheses are open in it.
  private var interpolations: [(depth: Int, isMultiline: Bool)] = []

  /// Begins at the start of a text.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next identifier or bracket, or `nil` at the end.
  mutating func next() -> String? {
    while place < bytes.count {
      let byte = bytes[place]
      if Self.isPart(byte) { return identifier() }
      place += 1
      switch byte {
      case UInt8(ascii: "/") where at(place) == UInt8(ascii: "/"): skipLine()
      case UInt8(ascii: "\""):
        let isMultiline = at(place) == byte && at(place + 1) == byte
        if isMultiline { place += 2 }
        skipLiteral(isMultiline: isMultiline)
      case UInt8(ascii: "("):
        if !interpolations.isEmpty { interpolations[interpolations.count - 1].depth += 1 }
        return "("
      case UInt8(ascii: ")"):
        guard let open = interpolations.last else { return ")" }
        if open.depth > 0 {
          interpolations[interpolations.count - 1].depth -= 1
          return ")"
        }
        interpolations.removeLast()
        skipLiteral(isMultiline: open.isMultiline)
      case UInt8(ascii: "{"): return "{"
      case UInt8(ascii: "}"): return "}"
      default: break
      }
    }
    return nil
  }

  private mutating func identifier() -> String {
    let start = place
    while place < bytes.count, Self.isPart(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func skipLine() {
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
  }

  /// Goes behind a literal, or into the interpolation that comes first.
  private mutating func skipLiteral(isMultiline: Bool) {
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\\") {
        place += 1
        guard bytes[place - 1] == UInt8(ascii: "(") else { continue }
        interpolations.append((depth: 0, isMultiline: isMultiline))
        return
      }
      guard byte == UInt8(ascii: "\"") else { continue }
      if !isMultiline { return }
      if at(place) == byte, at(place + 1) == byte {
        place += 2
        return
      }
    }
  }

  private func at(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (48...57).contains(byte)
      || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
