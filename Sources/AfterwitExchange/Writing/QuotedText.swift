/// A text between double quotes, with what must not stand there escaped.
public enum QuotedText {
  /// As JSON reads it (RFC 8259); only what must be escaped is, and the sign of deletion.
  public static func json(_ text: String) -> String {
    quoted(text) { $0 < "\u{20}" || $0 == "\u{7f}" }
  }

  /// As YAML 1.2 reads it, in which more signs are not printable, or end a line.
  static func yaml(_ text: String) -> String {
    quoted(text) { scalar in
      switch scalar {
      case "\u{0}"..<"\u{20}", "\u{7f}"..<"\u{a0}", "\u{2028}", "\u{2029}", "\u{feff}",
        "\u{fffe}", "\u{ffff}":
        true
      default: false
      }
    }
  }

  private static func quoted(
    _ text: String, escaping isEscaped: (Unicode.Scalar) -> Bool
  ) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isEscaped(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
