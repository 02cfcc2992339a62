/// Text as roff reads it (groff_char(7), man(7)).
enum Roff {
  /// A text on one line, in which nothing is a request or an escape.
  static func line(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\n": result += " "
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }

  /// Paragraphs, each begun by a request but the first, which has its own or none.
  static func paragraphs(_ texts: [String], first: String? = nil) -> [String] {
    texts.enumerated().flatMap { index, text in
      (index > 0 ? [".PP"] : first.map { [$0] } ?? []) + [line(text)]
    }
  }
}
