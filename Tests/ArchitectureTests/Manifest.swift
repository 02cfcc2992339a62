import Testing

/// The targets of `Package.swift`, by their names.
struct Manifest {
  /// A target.
  struct Target {
    /// Its folder, from the top.
    let folder: String
    /// The modules of the package that it depends on.
    let modules: Set<String>
  }

  /// All targets of code.
  let targets: [String: Target]

  /// Reads the manifest.
  init() throws {
    let text = try #require(Repository.file("Package.swift")).text
    var targets: [String: Target] = [:]
    for kind in [".target(", ".executableTarget(", ".testTarget("] {
      for range in text.ranges(of: kind) {
        let body = Self.untilClosed(text[range.upperBound...])
        let words = body.split(separator: "\"", omittingEmptySubsequences: false)
        let strings = words.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
        guard body.drop(while: \.isWhitespace).hasPrefix("name:"), let first = strings.first else {
          continue
        }
        let name = String(first)
        let path = body.firstRange(of: "path: \"").map {
          body[$0.upperBound...].prefix { $0 != "\"" }
        }
        let home = (kind == ".testTarget(" ? "Tests/" : "Sources/") + name
        targets[name] = Target(
          folder: path.map(String.init) ?? home,
          modules: Set(strings.dropFirst().filter { $0.hasPrefix("Afterwit") }.map(String.init)))
      }
    }
    self.targets = targets
  }

  /// The text up to the parenthesis that closes what was opened before it.
  private static func untilClosed(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }
}
