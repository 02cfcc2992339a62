internal import Yams

// Yams reads the text, and its nodes say on which line they stand. Anchors are refused, for by them a
// short text can stand for one without end; what repeats one is refused before Yams compares its keys,
// which takes as long as what it stands for. Yams takes no mapping that names a key twice, of which other readers take the last: there the lines of the
// earlier one are emptied, and told.

/// A text of YAML, as journals are written in it.
struct YAMLDocument {
  /// Where a text is no such YAML.
  struct Flaw: Error, Hashable {
    /// The line, from 1.
    let line: Int
  }

  /// A key that its mapping names again farther down, which counts.
  struct Earlier: Hashable {
    let key: String
    /// The line of the name that does not count, from 1.
    let line: Int
  }

  private static let depthLimit = 32
  private static let earlierLimit = 8

  /// What the text says.
  let root: YAMLNode
  /// The keys that are named again.
  let earlier: [Earlier]

  /// Reads a text.
  init(_ text: String) throws(Flaw) {
    if let line = YAMLAnchors(text).repeatedLine { throw Flaw(line: line) }
    var text = text
    var earlier: [Earlier] = []
    while true {
      do {
        let node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        root = try node.map { try Self.node($0, depth: 0) } ?? .scalar("", isPlain: true)
        self.earlier = earlier
        return
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard earlier.count < Self.earlierLimit, let key = keys.first,
          let rest = Self.emptied(text, at: context.mark)
        else { throw Flaw(line: context.mark.line) }
        earlier.append(Earlier(key: key, line: context.mark.line))
        text = rest
      } catch {
        throw error as? Flaw ?? Flaw(line: Self.line(of: error, in: text))
      }
    }
  }

  private static func node(_ node: Node, depth: Int) throws(Flaw) -> YAMLNode {
    let line = node.mark?.line ?? 1
    guard depth <= depthLimit, node.anchor == nil else { throw Flaw(line: line) }
    switch node {
    case .scalar(let scalar):
      return .scalar(scalar.string, isPlain: scalar.style == .plain)
    case .sequence(let sequence):
      var nodes: [YAMLNode] = []
      for value in sequence { nodes.append(try self.node(value, depth: depth + 1)) }
      return .list(nodes)
    case .mapping(let mapping):
      var members: [YAMLNode.Member] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key, name.anchor == nil else { throw Flaw(line: line) }
        members.append(
          .init(
            key: name.string, value: try self.node(value, depth: depth + 1),
            line: name.mark?.line ?? line))
      }
      return .mapping(members)
    case .alias: throw Flaw(line: line)
    }
  }

  /// The text with the lines of a pair empty whose key begins a line at a mark; `nil` where none does.
  private static func emptied(_ text: String, at mark: Mark) -> String? {
    var lines = text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
    let depth = mark.column - 1
    guard mark.line <= lines.count, indent(of: lines[mark.line - 1]) == depth else { return nil }
    var index = mark.line - 1
    repeat {
      lines[index] = "".utf8[...]
      index += 1
    } while index < lines.count && belongs(lines[index], toKeyAt: depth)
    return lines.map { String(Substring($0)) }.joined(separator: "\n")
  }

  private static func belongs(_ line: Substring.UTF8View, toKeyAt depth: Int) -> Bool {
    let indent = indent(of: line)
    let rest = line.dropFirst(indent)
    // A list may stand as far out as the name that it belongs to.
    return rest.allSatisfy { $0 <= 0x20 } || indent > depth
      || indent == depth && rest.starts(with: "- ".utf8)
  }

  private static func indent(of line: Substring.UTF8View) -> Int {
    line.prefix { $0 == 0x20 }.count
  }

  private static func line(of error: any Error, in text: String) -> Int {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .reader(_, let offset, _, _):
      text.utf8.prefix(offset ?? 0).count { $0 == 0x0a } + 1
    default: 1
    }
  }
}
