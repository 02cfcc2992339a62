internal import AfterwitJournal

extension YAMLReader {
  /// A value that begins here, and goes on over lines that stand farther in than its parent.
  mutating func inline(behind parent: Int, depth: Int) throws(Flaw) -> YAMLNode {
    switch next {
    case "{", "[":
      let node = try flow(depth: depth)
      try requireEndOfLine()
      return node
    case "\"", "'":
      let text = try quoted()
      try requireEndOfLine()
      return .scalar(text, isPlain: false)
    case "|", ">": return .scalar(try literal(behind: parent), isPlain: false)
    case "&", "*", "!", "%", "@", "`": throw flaw
    default: return .scalar(try plain(behind: parent), isPlain: true)
    }
  }

  private mutating func requireEndOfLine() throws(Flaw) {
    skipSpaces()
    guard next == "\n" || next == "#" else { throw flaw }
  }

  /// A scalar in quotes: a break between lines is a space, an empty line a line feed.
  mutating func quoted() throws(Flaw) -> String {
    let quote = next
    advance()
    var text = String.UnicodeScalarView()
    /// How many scalars at the end came from an escape and are no white space to be folded.
    var fixed = 0
    while !isAtEnd {
      let scalar = next
      if scalar == quote {
        advance()
        guard quote == "'", next == "'" else { return String(text) }
        text.append("'")
        advance()
      } else if scalar == "\\", quote == "\"" {
        advance()
        if next == "\n" {
          advance()
          skipSpaces()
        } else {
          text.append(try escaped())
        }
        fixed = text.count
      } else if scalar == "\n" {
        while text.count > fixed, let last = text.last, last == " " || last == "\t" {
          text.removeLast()
        }
        var breaks = 0
        while !isAtEnd, next == "\n" || next == " " || next == "\t" {
          if next == "\n" { breaks += 1 }
          advance()
        }
        text.append(contentsOf: breaks == 1 ? [" "] : Array(repeating: "\n", count: breaks - 1))
      } else {
        text.append(scalar)
        advance()
      }
    }
    throw flaw
  }

  private mutating func escaped() throws(Flaw) -> Unicode.Scalar {
    let code = next
    advance()
    let known: [Unicode.Scalar: Unicode.Scalar] = [
      "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "\t": "\t", "n": "\n", "v": "\u{b}",
      "f": "\u{c}", "r": "\r", "e": "\u{1b}", " ": " ", "\"": "\"", "/": "/", "\\": "\\",
      "N": "\u{85}", "_": "\u{a0}", "L": "\u{2028}", "P": "\u{2029}",
    ]
    if let scalar = known[code] { return scalar }
    let counts: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
    guard let count = counts[code], place + count <= scalars.count else { throw flaw }
    var digits = String.UnicodeScalarView()
    for _ in 0..<count {
      digits.append(next)
      advance()
    }
    guard let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value) else {
      throw flaw
    }
    return scalar
  }

  /// A scalar without quotes.
  private mutating func plain(behind parent: Int) throws(Flaw) -> String {
    var text = try plainLine()
    while true {
      let (mark, markLine) = (place, line)
      var breaks = 0
      while !isAtEnd, next == "\n" || next == " " || next == "\t" {
        if next == "\n" { breaks += 1 }
        advance()
      }
      guard !isAtEnd, breaks > 0, column > parent, next != "#" else {
        (place, line) = (mark, markLine)
        return text
      }
      text += breaks == 1 ? " " : String(repeating: "\n", count: breaks - 1)
      text += try plainLine()
    }
  }

  private mutating func plainLine() throws(Flaw) -> String {
    var text = String.UnicodeScalarView()
    while !isAtEnd, next != "\n" {
      if next == "#", text.isEmpty || text.last == " " || text.last == "\t" { break }
      if next == ":", peek() == " " || peek() == "\n" { throw flaw }
      text.append(next)
      advance()
    }
    return String(Substring(String(text)).trimmed)
  }

  /// A block of lines, kept (`|`) or folded (`>`).
  private mutating func literal(behind parent: Int) throws(Flaw) -> String {
    let isFolded = next == ">"
    advance()
    var chomping: Unicode.Scalar = " "
    var indent: Int?
    while next != "\n", next != " ", next != "\t" {
      if next == "-" || next == "+" {
        chomping = next
      } else if ("1"..."9").contains(next) {
        indent = parent + Int(next.value - 0x30)
      } else {
        throw flaw
      }
      advance()
    }
    skipSpaces()
    guard next == "\n" || next == "#" else { throw flaw }
    while !isAtEnd, next != "\n" { advance() }
    if !isAtEnd { advance() }
    var lines: [String] = []
    while !isAtEnd {
      var end = place
      while end < scalars.count, scalars[end] == " " { end += 1 }
      let depth = end - place
      if end >= scalars.count || scalars[end] == "\n" {
        lines.append("")
        place = min(end + 1, scalars.count)
        line += 1
        continue
      }
      let least = indent ?? depth
      indent = least
      guard depth >= least, depth > parent else { break }
      place += least
      var text = String.UnicodeScalarView()
      while !isAtEnd, next != "\n" {
        text.append(next)
        advance()
      }
      if !isAtEnd { advance() }
      lines.append(String(text))
    }
    var trailing = 0
    while lines.last?.isEmpty == true {
      lines.removeLast()
      trailing += 1
    }
    var text = isFolded ? Self.folded(lines) : lines.joined(separator: "\n")
    if !lines.isEmpty, chomping != "-" { text += "\n" }
    if chomping == "+" { text += String(repeating: "\n", count: trailing) }
    return text
  }

  private static func folded(_ lines: [String]) -> String {
    var text = ""
    for (index, line) in lines.enumerated() {
      if index > 0 {
        let before = lines[index - 1]
        let isKept = line.isEmpty || before.isEmpty || line.hasPrefix(" ") || before.hasPrefix(" ")
        text += isKept ? (before.isEmpty && !line.isEmpty ? "" : "\n") : " "
      }
      text += line
    }
    return text
  }
}
