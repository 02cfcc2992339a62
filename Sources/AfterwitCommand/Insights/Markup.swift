/// Text for a page of HTML that is well-formed XML too.
enum Markup {
  /// Words as they stand in a page, whatever signs are in them.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Escaping.oneLine(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // No sign of control may stand in XML, and none turns the text around it.
      case "\u{0}"..<"\u{20}", "\u{7f}"..<"\u{a0}", "\u{200e}", "\u{200f}", "\u{202a}"..."\u{202e}",
        "\u{2066}"..."\u{2069}", "\u{fffe}", "\u{ffff}":
        result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An element with what is in it.
  static func element(_ name: String, _ attributes: String = "", _ content: String) -> String {
    "<\(name)\(attributes.isEmpty ? "" : " " + attributes)>\(content)</\(name)>"
  }

  /// Words of the person, which may be of any direction of writing.
  static func own(_ words: String, class name: String = "own") -> String {
    element("bdi", "class=\"\(name)\"", escaped(words))
  }
}
