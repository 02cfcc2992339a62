internal import AfterwitEncoding
internal import AfterwitJournal

/// Reads Markdown, a file an entry: with or without front matter, and Afterwit's own.
struct MarkdownReader {
  private static let endings: Set<String> = ["md", "markdown", "mdown", "mkd"]

  let options: SourceOptions

  /// Hands over a file each.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    switch source {
    case .file(let file, _): try read(file, take)
    case .folder(let folder):
      var count = 0
      for path in folder.paths {
        let file = SourceFile(path, [])
        guard Self.endings.contains(file.ending) else { continue }
        count += 1
        do {
          try read(SourceFile(path, try folder.bytes(of: path)), take)
        } catch SourceFailure.notUTF8(let place) {
          try take(.note(SourceNote(place, .skipped(path, because: .notUTF8))))
        } catch SourceFailure.tooLarge(let path, _) {
          try take(.note(SourceNote(SourcePlace(path), .skipped(path, because: .tooLarge))))
        }
      }
      if count == 0 { throw SourceFailure.notOfFormat(.markdown, SourcePlace("folder")) }
    }
  }

  private func read(_ file: SourceFile, _ take: (SourceItem) throws -> Void) throws {
    let text = try file.text()
    let place = SourcePlace(file.name, line: 1)
    var entry = SourceEntry(.shared(file.name), at: place)
    entry.body = text
    entry.day = Self.day(of: file)
    switch FrontMatter.read(text) {
    case .none: break
    case .broken(let line):
      try take(.note(SourceNote(SourcePlace(file.name, line: line), .staysText(.notYAML))))
    // A file that only looks as if it began with front matter tells no day by its name either.
    case .found(let matter):
      for earlier in matter.earlier {
        let line = SourcePlace(file.name, line: earlier.line + 1)
        try take(.note(SourceNote(line, .skipped(earlier.key, because: .namedAgain))))
      }
      if matter.members.contains(where: { $0.key == "afterwit" }) {
        return try take(.entry(try OwnMarkdown(matter, at: place).entry))
      }
      entry.body = matter.body
      for member in matter.members {
        let line = SourcePlace(file.name, line: member.line + 1)
        if let note = read(member, into: &entry, at: line) { try take(.note(note)) }
      }
    }
    try take(.entry(entry))
  }

  /// Takes a value of front matter; what it could not be taken for.
  private func read(
    _ member: YAMLNode.Member, into entry: inout SourceEntry, at place: SourcePlace
  ) -> SourceNote? {
    let texts = member.value.texts
    let words = texts.joined(separator: ", ")
    switch member.key.lowercased() {
    case "title": entry.title = texts.first
    case "date", "created", "day":
      guard let moment = SourceMoment(iso: words, clocks: options.clocks) else {
        return SourceNote(place, .noSuchMoment(words))
      }
      entry.day = moment.day
      entry.time = moment.time ?? entry.time
    case "tags", "tag", "keywords":
      entry.tags = tags(member.value)
    case "starred", "star", "favorite", "pinned":
      entry.isStarred = ["true", "yes", "on"].contains(words.lowercased())
    case "id" where !words.isEmpty, "uid" where !words.isEmpty, "uuid" where !words.isEmpty:
      entry.identity = .unique(words)
    case "mood" where ["1", "2", "3", "4", "5"].contains(words):
      entry.fields.append(SourceEntry.Field("mood", words))
    default:
      return words.isEmpty ? nil : SourceNote(place, .leftOut(words, of: member.key))
    }
    return nil
  }

  private func tags(_ node: YAMLNode) -> [String] {
    if case .scalar(let text, _) = node {
      // Obsidian takes a line of tags apart at commas, and at spaces where there is none.
      return text.split { text.contains(",") ? $0 == "," : $0.isWhitespace }
        .map { String($0.trimmed) }.filter { !$0.isEmpty && $0 != "null" && $0 != "~" }
    }
    return node.texts
  }

  /// The day that a name begins with, as those of daily notes and of Jekyll's posts do.
  private static func day(of file: SourceFile) -> Day? {
    let name = file.lastName
    guard name.count >= 10, let day = Day(String(name.prefix(10))) else { return nil }
    let next = name.dropFirst(10).first
    return next.map { $0.isNumber || $0.isLetter } == true ? nil : day
  }
}
