import Testing

@Suite("The shape of the repository")
struct ShapeTests {
  private static let longest = 400
  private static let mean = 150

  @Test("The top level is exactly the five, findings and dotfiles")
  func topLevel() {
    // The lock file of the package manager is made by building and kept by nobody.
    let names = Repository.topLevel.filter { $0 != "Package.resolved" }
    let expected = ["Package.swift", "Protocol", "README.md", "Sources", "Tests"]
    #expect(names.filter { $0 != "findings" } == expected)
  }

  @Test("No file is longer than a person reads, and most are short")
  func length() {
    for files in [Repository.sources, Repository.tests] {
      for file in files {
        #expect(file.lineCount <= Self.longest, "\(file.path) has \(file.lineCount) lines")
      }
      let total = files.reduce(0) { $0 + $1.lineCount }
      #expect(total <= Self.mean * files.count, "\(total) lines in \(files.count) files")
    }
  }

  @Test("The README is at most 150 lines")
  func readme() throws {
    #expect(try #require(Repository.file("README.md")).lineCount <= 150)
  }

  @Test("Every file holds code: an empty one is dead")
  func dead() {
    for file in Repository.sources + Repository.tests {
      let code = file.lines.contains { line in
        let line = line.drop { $0 == " " }
        return !line.isEmpty && !line.hasPrefix("//")
      }
      #expect(code, "\(file.path) holds nothing")
    }
  }

  @Test("Paths have no spaces")
  func paths() {
    for file in Repository.sources + Repository.tests + Repository.pages {
      #expect(!file.path.contains(" "), "\(file.path)")
    }
  }

  @Test("Every relative link of the pages leads somewhere")
  func links() throws {
    #expect(!Repository.pages.isEmpty)
    for page in Repository.pages {
      let folder = page.path.split(separator: "/").dropLast().joined(separator: "/")
      for target in Self.links(in: page) {
        let path = target.split(separator: "#", omittingEmptySubsequences: false)[0]
        guard !path.isEmpty else { continue }
        let resolved = Self.resolved(folder + "/" + path)
        #expect(
          Repository.exists(resolved), "\(page.path) links to \(target), which is not there")
      }
    }
  }

  /// The targets of a page's links that have no scheme.
  private static func links(in page: Repository.File) -> [String] {
    page.text.ranges(of: "](").compactMap { range in
      let rest = page.text[range.upperBound...]
      guard let end = rest.firstIndex(of: ")") else { return nil }
      let target = rest[..<end].split(separator: " ").first.map(String.init) ?? ""
      return target.contains("://") || target.hasPrefix("mailto:") ? nil : target
    }
  }

  /// A path without `.` and `..`.
  private static func resolved(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
