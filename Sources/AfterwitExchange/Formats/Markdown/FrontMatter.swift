/// What stands between two rules at the start of a Markdown file, where it is a mapping.
struct FrontMatter {
  /// Its values.
  let members: [YAMLNode.Member]
  /// The keys that are named again farther down.
  let earlier: [YAMLDocument.Earlier]
  /// Everything behind the line of the closing rule.
  let body: String

  /// What reading a file came to.
  enum Reading {
    /// There is front matter.
    case found(FrontMatter)
    /// There is none.
    case none
    /// What stands there is no YAML; the line in the file.
    case broken(line: Int)
  }

  /// Reads a file.
  static func read(_ text: String) -> Reading {
    let scalars = text.unicodeScalars
    func line(_ start: String.Index) -> (text: Substring, next: String.Index) {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.endIndex
      let next = end == scalars.endIndex ? end : scalars.index(after: end)
      var line = Substring(scalars[start..<end])
      if line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
      return (line, next)
    }
    let first = line(scalars.startIndex)
    guard isRule(first.text) else { return .none }
    var place = first.next
    while place < scalars.endIndex {
      let next = line(place)
      if isRule(next.text) || next.text == "..." {
        let inner = String(text[first.next..<place])
        do throws(YAMLDocument.Flaw) {
          let document = try YAMLDocument(inner)
          guard case .mapping(let members) = document.root else { return .none }
          return .found(
            FrontMatter(
              members: members, earlier: document.earlier, body: String(text[next.next...])))
        } catch {
          return .broken(line: error.line + 1)
        }
      }
      place = next.next
    }
    return .none
  }

  private static func isRule(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }
}
