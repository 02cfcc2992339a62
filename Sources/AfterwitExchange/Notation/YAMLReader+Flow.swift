internal import AfterwitJournal

extension YAMLReader {
  /// A mapping in braces or a list in brackets.
  mutating func flow(depth: Int) throws(Flaw) -> YAMLNode {
    guard depth <= Self.depthLimit else { throw flaw }
    let isMapping = next == "{"
    let end: Unicode.Scalar = isMapping ? "}" : "]"
    advance()
    var nodes: [YAMLNode] = []
    var members: [YAMLNode.Member] = []
    while true {
      skipBlank()
      guard !isAtEnd else { throw flaw }
      if next == end { break }
      let line = line
      let node = try flowValue(depth: depth)
      skipBlank()
      if next == ":" {
        guard case .scalar(let key, _) = node else { throw flaw }
        advance()
        skipBlank()
        let value: YAMLNode =
          next == "," || next == end
          ? .scalar("", isPlain: true) : try flowValue(depth: depth)
        let member = YAMLNode.Member(key: key, value: value, line: line)
        if isMapping { members.append(member) } else { nodes.append(.mapping([member])) }
        skipBlank()
      } else if isMapping {
        guard case .scalar(let key, _) = node else { throw flaw }
        members.append(.init(key: key, value: .scalar("", isPlain: true), line: line))
      } else {
        nodes.append(node)
      }
      if next == "," { advance() } else if next != end { throw flaw }
    }
    advance()
    return isMapping ? .mapping(members) : .list(nodes)
  }

  private mutating func flowValue(depth: Int) throws(Flaw) -> YAMLNode {
    switch next {
    case "{", "[": return try flow(depth: depth + 1)
    case "\"", "'": return .scalar(try quoted(), isPlain: false)
    case "&", "*", "!", "%", "@", "`": throw flaw
    default:
      var text = String.UnicodeScalarView()
      while !isAtEnd, ![",", "]", "}", "{", "["].contains(next) {
        if next == ":", [" ", "\n", ",", "}", "]"].contains(peek()) { break }
        if next == "#", text.last == " " { throw flaw }
        if next == "\n" {
          if text.last != " " { text.append(" ") }
        } else if !(next == " " && text.last == " ") {
          text.append(next)
        }
        advance()
      }
      return .scalar(String(Substring(String(text)).trimmed), isPlain: true)
    }
  }
}
