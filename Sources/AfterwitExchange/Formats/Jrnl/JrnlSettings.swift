internal import AfterwitJournal

/// What a `jrnl.yaml` says of how a journal is written.
struct JrnlSettings {
  /// How stamps are written; `nil` where nothing says it.
  var timeFormat: String?
  /// The signs of tags.
  var tagSigns: Set<Character> = ["@"]

  /// Reads the settings of a journal from the files beside it; what the person says comes first.
  init(_ files: [SourceFile], timeFormat: String?) {
    for file in files {
      for line in SourceLines(file.bytes) {
        let parts = line.text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let value = Self.unquoted(parts[1].trimmed)
        switch parts[0].trimmed {
        case "timeformat": self.timeFormat = self.timeFormat ?? value
        case "tagsymbols" where !value.isEmpty: tagSigns = Set(value)
        default: break
        }
      }
    }
    self.timeFormat = timeFormat ?? self.timeFormat
  }

  private static func unquoted(_ value: Substring) -> String {
    guard let quote = value.first, quote == "'" || quote == "\"", value.count > 1,
      value.last == quote
    else { return String(value) }
    let inner = value.dropFirst().dropLast()
    return quote == "'" ? String(inner).replacing("''", with: "'") : String(inner)
  }

  /// The tags of a text, without their signs, each once, in lower case.
  func tags(in text: String) -> [String] {
    // Most texts have no tag, which their bytes tell at once.
    let firsts = Set(tagSigns.compactMap { String($0).utf8.first })
    guard text.utf8.contains(where: firsts.contains) else { return [] }
    var tags: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let sign = word.first, tagSigns.contains(sign) else { continue }
      let tag = word.dropFirst().prefix(while: Self.isPart).lowercased()
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-+*#/_".contains(character)
  }
}
