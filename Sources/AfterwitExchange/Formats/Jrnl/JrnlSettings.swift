internal import AfterwitJournal

/// What a `jrnl.yaml` says of how a journal is written.
struct JrnlSettings {
  /// How stamps are written; `nil` where nothing says it.
  var timeFormat: String?
  /// The signs of tags.
  var tagSigns: Set<Character> = ["@"]

  /// What holds where there are no settings.
  init() {}

  /// Reads the settings of a journal from the files beside it; what the person says comes first.
  /// - Throws: ``SourceFailure/notOfFormat(_:_:)`` where one is no YAML.
  init(_ files: [SourceFile], timeFormat: String?) throws(SourceFailure) {
    self.timeFormat = timeFormat
    for file in files {
      let text = try file.text()
      do throws(YAMLDocument.Flaw) {
        take(try YAMLDocument(text).root)
      } catch {
        throw .notOfFormat(.jrnl, SourcePlace(file.name, line: error.line))
      }
    }
  }

  /// Takes what a node says; what stands in one of the journals comes in its order.
  private mutating func take(_ node: YAMLNode) {
    guard case .mapping(let members) = node else { return }
    for member in members {
      guard case .scalar(let value, _) = member.value else {
        take(member.value)
        continue
      }
      switch member.key {
      case "timeformat": timeFormat = timeFormat ?? value
      case "tagsymbols" where !value.isEmpty: tagSigns = Set(value)
      default: break
      }
    }
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
