import Testing

@Suite("The words of the code")
struct WordTests {
  /// What stands nowhere, each in two pieces so that this file does not hold it.
  private static let banned = [
    "TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "@unchecked " + "Sendable",
    "nonisolated(" + "unsafe)", "try" + "!", "as" + "!",
  ]

  /// What no type and no file is called.
  private static let bannedNames = ["Ut" + "ils", "Hel" + "per", "Man" + "ager", "Com" + "mon"]

  @Test("No banned word stands in the code")
  func words() {
    #expect(!Repository.sources.isEmpty)
    for file in Repository.sources + Repository.tests {
      for (number, line) in file.lines.enumerated() {
        for word in Self.banned where Self.holds(line, word) {
          Issue.record("\(file.path):\(number + 1) holds \(word)")
        }
      }
    }
  }

  @Test("No type and no file has a name that names nothing")
  func names() {
    for file in Repository.sources + Repository.tests {
      let names = Self.types(in: file) + [String(file.path.split(separator: "/").last ?? "")]
      for name in names {
        for banned in Self.bannedNames where name.contains(banned) {
          Issue.record("\(file.path) names \(name)")
        }
      }
    }
  }

  @Test("No type is named like a module")
  func modules() {
    let modules = Set(Repository.sources.map(\.module))
    for file in Repository.sources {
      for type in Self.types(in: file) where modules.contains(type) {
        Issue.record("\(file.path) names a type like the module \(type)")
      }
    }
  }

  /// Whether a line holds a word, with no letter or digit before or after it.
  private static func holds(_ line: Substring, _ word: String) -> Bool {
    line.ranges(of: word).contains { range in
      let before =
        range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : " "
      let after = range.upperBound < line.endIndex ? line[range.upperBound] : " "
      let startsWithWord = word.first.map(isPart) ?? false
      let endsWithWord = word.last.map(isPart) ?? false
      return !(startsWithWord && isPart(before)) && !(endsWithWord && isPart(after))
    }
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// The names of the types that a file declares.
  private static func types(in file: Repository.File) -> [String] {
    let keywords: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    return file.lines.compactMap { line in
      guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { return nil }
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(where: keywords.contains), keyword + 1 < words.count
      else { return nil }
      return String(words[keyword + 1].prefix { $0.isLetter || $0.isNumber })
    }
  }
}
