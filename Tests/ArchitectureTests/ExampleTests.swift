import Testing

@Suite("The examples of the modules")
struct ExampleTests {
  @Test("Each public module opens with an example, and a test runs exactly its lines")
  func examples() throws {
    let modules = Dictionary(grouping: Repository.sources, by: \.module)
    for (module, files) in modules where files.contains(where: Self.isPublic) {
      let name = String(module.dropFirst("Afterwit".count))
      let test = Repository.file("Tests/ExampleTests/\(name)Example.swift")
      let tested = try #require(test.flatMap(Self.tested), "nothing runs an example of \(module)")
      let documented = files.flatMap(Self.documented)
      #expect(documented == [tested], "the example of \(module) is not the one that is run")
      #expect((5...14).contains(tested.count), "\(module): \(tested.count) lines")
    }
  }

  @Test("Every example that is run belongs to a module")
  func orphans() {
    let modules = Set(Repository.sources.map(\.module))
    for file in Repository.tests where file.path.hasPrefix("Tests/ExampleTests/") {
      let name = file.path.split(separator: "/").last?.replacing("Example.swift", with: "") ?? ""
      #expect(modules.contains("Afterwit" + name), "\(file.path)")
    }
  }

  /// Whether a file declares something that other packages can see.
  private static func isPublic(_ file: Repository.File) -> Bool {
    file.lines.contains { line in
      let words = line.split(separator: " ")
      return words.first == "public" && words.count > 1 && words[1] != "import"
    }
  }

  /// The blocks of Swift in the comments of a file, each as its lines.
  private static func documented(in file: Repository.File) -> [[Substring]] {
    var blocks: [[Substring]] = []
    var block: [Substring]?
    for line in file.lines {
      let text = line.drop { $0 == " " }
      if text == "/// ```swift" {
        block = []
      } else if text == "/// ```", let lines = block {
        blocks.append(lines)
        block = nil
      } else {
        block?.append(text.dropFirst(text.hasPrefix("/// ") ? 4 : 3))
      }
    }
    return blocks
  }

  /// The lines of the function `example`, without what indents them.
  private static func tested(in file: Repository.File) -> [Substring]? {
    let lines = file.lines
    guard let start = lines.firstIndex(where: { $0.hasPrefix("  func example()") }),
      let end = lines[start...].firstIndex(of: "  }")
    else { return nil }
    return lines[(start + 1)..<end].map { $0.dropFirst(4) }
  }
}
