import Testing

@Suite("What lies where")
struct HouseTests {
  @Test("An extension lies in the file of its type, or in one that is named after it")
  func extensions() {
    for (file, code) in Codebase.files {
      let stem = String(file.path.split(separator: "/").last?.split(separator: "+").first ?? "")
      let name = stem.hasSuffix(".swift") ? String(stem.dropLast(6)) : stem
      for type in Self.extended(in: file) where !code.types.contains(Self.outer(type)) {
        #expect(
          name == type || name == Self.outer(type),
          "\(file.path) extends \(type), which it is not named after")
      }
    }
  }

  private static func outer(_ type: String) -> String {
    String(type.prefix { $0 != "." })
  }

  /// The types that a file extends for others than itself.
  private static func extended(in file: Repository.File) -> [String] {
    let lines = file.lines
    return lines.indices.compactMap { index in
      let words = lines[index].split(separator: " ")
      guard let keyword = words.firstIndex(of: "extension"), keyword < 2,
        !lines[index].hasPrefix(" "), !lines[index].hasPrefix("/"), keyword + 1 < words.count
      else { return nil }
      let members = lines[(index + 1)...].prefix { $0 != "}" }.filter {
        $0.hasPrefix("  ") && !$0.dropFirst(2).hasPrefix(" ") && !$0.dropFirst(2).hasPrefix("/")
          && !$0.dropFirst(2).hasPrefix("}") && !$0.dropFirst(2).hasPrefix(")")
          && !$0.dropFirst(2).hasPrefix("@")
      }
      let isPrivate = members.allSatisfy {
        $0.contains("private ") || $0.contains("where ")
      }
      guard !isPrivate else { return nil }
      if words[keyword + 1].hasPrefix("[") { return "Array" }
      return String(words[keyword + 1].prefix { $0.isLetter || $0.isNumber || $0 == "." })
    }
  }
}
