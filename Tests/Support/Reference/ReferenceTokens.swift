import Foundation

/// The tokens of a text, by the classes that `Protocol/tokens.txt` lists.
public struct ReferenceTokens: Sendable {
  private let classes: [String]

  /// The table of the specification, read from its file.
  public static let specified: Self = {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().path
    let root = "/" + file.split(separator: "/").dropLast(4).joined(separator: "/")
    let bytes = FileManager.default.contents(atPath: root + "/Protocol/tokens.txt") ?? Data()
    return Self(table: String(decoding: bytes, as: UTF8.self))
  }()

  /// Reads a table: a first scalar, a last one and their class a line, `#` before what is said.
  public init(table: String) {
    var classes = [String](repeating: "", count: 0x11_0000)
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ")
      guard parts.count == 3, let first = Int(parts[0], radix: 16),
        let last = Int(parts[1], radix: 16), first <= last, last < classes.count
      else { preconditionFailure("no line of a table of tokens: \(line)") }
      for scalar in first...last { classes[scalar] = String(parts[2]) }
    }
    precondition(classes.contains("letter"), "the table of tokens is not there")
    self.classes = classes
  }

  /// The tokens, each from its first scalar to the one behind its last.
  public func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < text.count {
      var end = start + 1
      if name(text[start]) == "alone" {
        while end < text.count, ["mark", "joiner"].contains(name(text[end])) { end += 1 }
        found.append(start..<end)
      } else if isPartOfRun(start, in: text) {
        while end < text.count, isPartOfRun(end, in: text) { end += 1 }
        found.append(start..<end)
      }
      start = end
    }
    return found
  }

  /// Whether two tokens, the first before the second, are neighbours.
  func areNeighbours(
    _ first: Range<Int>, _ second: Range<Int>, among tokens: [Range<Int>],
    in text: [Unicode.Scalar]
  ) -> Bool {
    let between = first.upperBound..<second.lowerBound
    let inner = tokens.filter { between.contains($0.lowerBound) }
    let isSpaced = between.allSatisfy { place in
      inner.contains { $0.contains(place) } || name(text[place]) == "space"
    }
    guard isSpaced else { return false }
    if inner.isEmpty { return true }
    return inner.count == 1
      && ([first, second] + inner).allSatisfy { name(text[$0.lowerBound]) == "alone" }
  }

  private func isPartOfRun(_ place: Int, in text: [Unicode.Scalar]) -> Bool {
    let kind = name(text[place])
    guard kind == "apostrophe" else {
      return ["letter", "number", "mark", "joiner", "emoji"].contains(kind)
    }
    guard place > 0, place + 1 < text.count else { return false }
    return ["letter", "mark"].contains(name(text[place - 1])) && name(text[place + 1]) == "letter"
  }

  private func name(_ scalar: Unicode.Scalar) -> String { classes[Int(scalar.value)] }
}
