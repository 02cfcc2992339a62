import Testing

@Suite("Specification and evidence")
struct RequirementTests {
  @Test("Every requirement that code or a test cites stands in the specification")
  func cited() {
    let defined = Self.requirements(in: Self.chapters)
    for file in Repository.sources + Repository.tests {
      for requirement in Self.requirements(in: [file]) where !defined.contains(requirement) {
        Issue.record("\(file.path) cites \(requirement), which no chapter of Protocol has")
      }
    }
  }

  @Test("Every requirement of the specification is cited by the code, a test or a vector")
  func evidence() {
    let defined = Self.requirements(in: Self.chapters)
    #expect(!defined.isEmpty, "the specification has no requirements")
    let vectors = Repository.files(below: "Protocol", ending: ".json")
    let found = Self.requirements(in: Repository.sources + Repository.tests + vectors)
    let missing = defined.subtracting(found).sorted()
    #expect(missing.isEmpty, "nothing cites \(missing.joined(separator: ", "))")
  }

  @Test(
    "Every rule of what is read, merged and shown is proven by a test that names it, or a vector",
    arguments: ["2-encoding", "3-causality", "4-documents"])
  func proof(chapter: String) throws {
    let page = try #require(Repository.file("Protocol/\(chapter).md"))
    let rules = page.text.matches(of: #/\*\*(AW-[A-Z]+-\d+)\*\*/#).map { String($0.1) }
    let tests = Repository.tests.map(\.text).joined()
    let vectors = Repository.files(below: "Protocol", ending: ".json").map(\.text).joined()
    #expect(!rules.isEmpty)
    for rule in rules where !tests.contains("[\(rule)]") && !vectors.contains("\"\(rule)\"") {
      Issue.record("no test names \(rule)")
    }
  }

  private static var chapters: [Repository.File] {
    Repository.pages.filter { $0.path.hasPrefix("Protocol/") }
  }

  /// The ids of some files: `AW`, a word and a number, joined by hyphens.
  private static func requirements(in files: [Repository.File]) -> Set<String> {
    var found: Set<String> = []
    for file in files {
      for range in file.text.ranges(of: "AW-") {
        let rest = file.text[range.upperBound...]
        let word = rest.prefix { $0.isASCII && $0.isUppercase }
        let number = rest[word.endIndex...].dropFirst().prefix { $0.isASCII && $0.isNumber }
        if !word.isEmpty, rest[word.endIndex...].first == "-", !number.isEmpty {
          found.insert("AW-\(word)-\(number)")
        }
      }
    }
    return found
  }
}
