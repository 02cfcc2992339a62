import Testing

@Suite("The families of fields")
struct FamilyTests {
  @Test("No switch over families has a default: the compiler leads a new one to each")
  func exhaustive() throws {
    let families = try Self.families.union(["unknown"])
    for file in Repository.sources {
      let lines = file.lines
      for index in lines.indices where Self.word(lines[index]).hasPrefix("default:") {
        let cases = Self.cases(before: index, of: lines)
        #expect(
          cases.isEmpty || !cases.isSubset(of: families),
          "\(file.path):\(index + 1) decides for families that are not there yet")
      }
    }
  }

  /// The names of the families, as their enumeration has them.
  private static var families: Set<String> {
    get throws {
      let file = try #require(Repository.file("Sources/AfterwitDocument/Names/FieldFamily.swift"))
      let names = file.lines.compactMap { line -> String? in
        let words = line.split(separator: " ")
        return words.count == 4 && words[0] == "case" && words[2] == "=" ? String(words[1]) : nil
      }
      try #require(!names.isEmpty)
      return Set(names)
    }
  }

  /// What the cases match that stand before a default in the same switch.
  private static func cases(before index: Int, of lines: [Substring]) -> Set<String> {
    let indent = indent(lines[index])
    var found: Set<String> = []
    for line in lines[..<index].reversed() where !line.isEmpty && Self.indent(line) <= indent {
      guard word(line).hasPrefix("case ") else { break }
      let patterns = line.dropFirst(indent + 5).split(separator: ",").map { word($0) }
      found.formUnion(
        patterns.filter { $0.hasPrefix(".") }.map { String($0.dropFirst().prefix { $0.isLetter }) })
    }
    return found
  }

  private static func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }

  private static func word(_ line: Substring) -> Substring { line.drop { $0 == " " } }
}
