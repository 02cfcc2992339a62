/// Spells out control characters and bidirectional marks, so that a text cannot steer a terminal.
enum Escaping {
  /// The text with bidirectional marks and controls written as `\u{…}`, except tabs, line feeds and
  /// a carriage return before a line feed.
  static func text(_ text: String) -> String {
    guard !text.isPrintableASCII, text.unicodeScalars.contains(where: steers) else {
      return text
    }
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if steers(scalar), scalar != "\r" || rest.first != "\n" {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text on one line: each run of line breaks and tabs becomes a space.
  static func oneLine(_ text: String) -> String {
    guard !text.isPrintableASCII, text.unicodeScalars.contains(where: breaks) else {
      return text
    }
    return text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
  }

  /// Whether a scalar ends a line or is a tab.
  private static func breaks(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0d, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0a: false
    case 0x00...0x1f, 0x7f...0x9f: true
    case 0x061c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
