internal import AfterwitJournal

// What people and programs write into journals is a small part of YAML 1.2: mappings and lists, in
// blocks or in braces, and scalars in all their quotes. That is read here; anchors, tags, several
// documents and the rest are refused with their line.

/// Reads the part of YAML 1.2 that journals are written in.
struct YAMLReader {
  /// Where a text is no such YAML.
  struct Flaw: Error, Hashable {
    /// The line, from 1.
    let line: Int
  }

  static let depthLimit = 32

  let scalars: [Unicode.Scalar]
  var place = 0
  var line = 1

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars.filter { $0 != "\r" })
  }

  /// The value that a text writes.
  static func read(_ text: String) throws(Flaw) -> YAMLNode {
    var reader = YAMLReader(text)
    let node = try reader.block(behind: -1, depth: 0)
    reader.skipBlank()
    guard reader.isAtEnd else { throw reader.flaw }
    return node
  }

  var flaw: Flaw { Flaw(line: line) }
  var isAtEnd: Bool { place >= scalars.count }
  /// The next scalar; a line feed at the end.
  var next: Unicode.Scalar { isAtEnd ? "\n" : scalars[place] }

  /// The scalar so many places on; a line feed behind the end.
  func peek(_ distance: Int = 1) -> Unicode.Scalar {
    place + distance < scalars.count ? scalars[place + distance] : "\n"
  }

  mutating func advance() {
    if next == "\n" { line += 1 }
    place += 1
  }

  mutating func skipSpaces() {
    while !isAtEnd, next == " " || next == "\t" { advance() }
  }

  /// Goes to the next place that holds something, over empty lines and comments.
  mutating func skipBlank() {
    while !isAtEnd {
      if next == "#", column == 0 || [" ", "\t"].contains(scalars[place - 1]) {
        while !isAtEnd, next != "\n" { advance() }
      } else if next == " " || next == "\n" || next == "\t" {
        advance()
      } else {
        return
      }
    }
  }

  /// How many places of the line stand before this one.
  var column: Int {
    var start = place
    while start > 0, scalars[start - 1] != "\n" { start -= 1 }
    return place - start
  }

  /// Whether what comes next is a sign of structure with a space behind it.
  func isSign(_ scalar: Unicode.Scalar) -> Bool {
    next == scalar && (peek() == " " || peek() == "\n")
  }

  /// The value that begins on a line of its own, farther in than its parent.
  mutating func block(behind parent: Int, depth: Int) throws(Flaw) -> YAMLNode {
    guard depth <= Self.depthLimit else { throw flaw }
    skipBlank()
    let column = column
    guard !isAtEnd, column > parent else { return .scalar("", isPlain: true) }
    if isSign("-") { return try list(at: column, depth: depth) }
    if isSign("?") || isKey { return try mapping(at: column, depth: depth) }
    return try inline(behind: parent, depth: depth)
  }

  private mutating func list(at start: Int, depth: Int) throws(Flaw) -> YAMLNode {
    var nodes: [YAMLNode] = []
    while !isAtEnd, column == start, isSign("-") {
      advance()
      skipSpaces()
      nodes.append(try value(behind: start, depth: depth, mayBeMapping: true))
      skipBlank()
    }
    guard isAtEnd || column <= start else { throw flaw }
    return .list(nodes)
  }

  private mutating func mapping(at start: Int, depth: Int) throws(Flaw) -> YAMLNode {
    var members: [YAMLNode.Member] = []
    while !isAtEnd, column == start {
      let line = line
      let key: String
      if isSign("?") {
        advance()
        skipSpaces()
        guard case .scalar(let text, _) = try inline(behind: start, depth: depth) else {
          throw flaw
        }
        key = text
        skipBlank()
        guard column == start, isSign(":") else {
          members.append(.init(key: key, value: .scalar("", isPlain: true), line: line))
          continue
        }
      } else {
        guard isKey else { throw flaw }
        key = try readKey()
      }
      advance()
      skipSpaces()
      let value = try value(behind: start, depth: depth, mayBeMapping: false)
      members.append(.init(key: key, value: value, line: line))
      skipBlank()
    }
    guard isAtEnd || column < start else { throw flaw }
    return .mapping(members)
  }

  /// The value behind a name or a dash, on its line or below.
  private mutating func value(
    behind start: Int, depth: Int, mayBeMapping: Bool
  ) throws(Flaw) -> YAMLNode {
    if next == "\n" || next == "#" {
      skipBlank()
      // A list may stand as far out as the name that it belongs to.
      if !isAtEnd, column == start, isSign("-"), !mayBeMapping {
        return try list(at: start, depth: depth + 1)
      }
      return try block(behind: start, depth: depth + 1)
    }
    if mayBeMapping, isKey || isSign("-") || isSign("?") {
      return try block(behind: start, depth: depth + 1)
    }
    return try inline(behind: start, depth: depth + 1)
  }

  /// Whether a name and a colon come next on this line.
  private var isKey: Bool {
    guard !["{", "[", "|", ">", "&", "*", "!", "%", "@", "`", "#"].contains(next) else {
      return false
    }
    var end = place
    if next == "\"" || next == "'" {
      let quote = next
      end += 1
      while end < scalars.count, scalars[end] != quote, scalars[end] != "\n" {
        end += scalars[end] == "\\" && quote == "\"" ? 2 : 1
      }
      end += 1
      while end < scalars.count, scalars[end] == " " { end += 1 }
      return end < scalars.count && scalars[end] == ":"
        && (end + 1 >= scalars.count || scalars[end + 1] == " " || scalars[end + 1] == "\n")
    }
    while end < scalars.count, scalars[end] != "\n" {
      if scalars[end] == ":",
        end + 1 >= scalars.count || scalars[end + 1] == " " || scalars[end + 1] == "\n"
      {
        return true
      }
      if scalars[end] == " ", end + 1 < scalars.count, scalars[end + 1] == "#" { return false }
      end += 1
    }
    return false
  }

  /// The name that comes next; what follows is its colon.
  private mutating func readKey() throws(Flaw) -> String {
    if next == "\"" || next == "'" {
      let key = try quoted()
      skipSpaces()
      guard next == ":" else { throw flaw }
      return key
    }
    var key = String.UnicodeScalarView()
    while !(next == ":" && (peek() == " " || peek() == "\n")) {
      key.append(next)
      advance()
    }
    return String(Substring(String(key)).trimmed)
  }
}
