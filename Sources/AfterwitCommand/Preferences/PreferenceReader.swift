/// A reader of bytes that are TOML, from one word to the next.
struct PreferenceReader {
  private let bytes: [UInt8]
  /// The next byte.
  private(set) var place = 0

  /// A reader at the start.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func stands(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  /// Goes over spaces and a text, if it is there.
  mutating func takes(_ text: String) -> Bool {
    skipBlanks()
    guard stands(text) else { return false }
    place += text.utf8.count
    return true
  }

  /// Goes over spaces and tabs.
  mutating func skipBlanks() {
    while next == 0x20 || next == 0x09 { place += 1 }
  }

  /// Goes on behind the end of this line.
  mutating func skipLine() {
    while let byte = next {
      place += 1
      if byte == 0x0a { return }
    }
  }

  /// Goes to the next word that is no comment; `false` where there is none.
  mutating func skipToWord() -> Bool {
    while let byte = next {
      switch byte {
      case 0x20, 0x09, 0x0a, 0x0d: place += 1
      case UInt8(ascii: "#"): skipLine()
      // A byte order mark.
      case 0xef where place == 0: place += 3
      default: return true
      }
    }
    return false
  }

  /// Goes over names with points between them.
  mutating func path() -> [String] {
    var names: [String] = []
    repeat {
      skipBlanks()
      names.append(name())
    } while takes(".")
    return names
  }

  private mutating func name() -> String {
    let start = place
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      skipString()
      return String(decoding: bytes[start..<place].dropFirst().dropLast(), as: UTF8.self)
    }
    while let byte = next, !Self.ends.contains(byte) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static let ends = Array(" \t\r\n.=]#".utf8)

  /// Goes over a value, which may take several lines.
  mutating func skipValue() {
    var depth = 0
    var end = place
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        place += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        place += 1
      case UInt8(ascii: "#"), 0x0a, 0x0d:
        guard depth > 0 else {
          place = end
          return
        }
        if byte == UInt8(ascii: "#") { skipLine() } else { place += 1 }
        continue
      case 0x20, 0x09:
        place += 1
        continue
      default: place += 1
      }
      end = place
    }
    place = end
  }

  private mutating func skipString() {
    guard let quote = next else { return }
    let mark = String(UnicodeScalar(quote))
    let triple = String(repeating: mark, count: 3)
    let end = stands(triple) ? triple : mark
    place += end.utf8.count
    while let byte = next, !stands(end) {
      let isEscape = byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
      place = min(place + (isEscape ? 2 : 1), bytes.count)
    }
    place = min(place + end.utf8.count, bytes.count)
    // Before the three that end it, such a string may have one or two more.
    if end == triple { while next == quote { place += 1 } }
  }
}
