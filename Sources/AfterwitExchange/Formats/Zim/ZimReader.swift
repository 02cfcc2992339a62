internal import AfterwitJournal

/// Reads pages of a notebook of Zim: text files whose very first line says so.
struct ZimReader {
  private static let mark = "Content-Type: text/x-zim-wiki"

  /// Hands over a page each.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    switch source {
    case .file(let file, _):
      guard let entry = try entry(file) else {
        throw SourceFailure.notOfFormat(.zim, SourcePlace(file.name, line: 1))
      }
      try take(.entry(entry))
    case .folder(let folder):
      for path in folder.paths where path.hasSuffix(".txt") {
        let place = SourcePlace(path, line: 1)
        do {
          let file = SourceFile(path, try folder.bytes(of: path))
          guard let entry = try entry(file) else {
            try take(.note(SourceNote(place, .skipped(path, because: .notOfFormat))))
            continue
          }
          if !entry.body.isEmpty || entry.title != nil { try take(.entry(entry)) }
        } catch SourceFailure.notUTF8(let place) {
          try take(.note(SourceNote(place, .skipped(path, because: .notUTF8))))
        }
      }
    }
  }

  /// The entry of a page; `nil` where the file is none.
  private func entry(_ file: SourceFile) throws -> SourceEntry? {
    var lines = try file.text().replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.first.map({ $0.trimmed == Self.mark }) == true else { return nil }
    while let line = lines.first, !line.isEmpty, line.contains(": ") { lines.removeFirst() }
    if lines.first?.isEmpty == true { lines.removeFirst() }
    var entry = SourceEntry(.shared(file.name), at: SourcePlace(file.name, line: 1))
    entry.day = Self.day(ofPath: file.name)
    if let first = lines.first, let title = Self.heading(first) {
      lines.removeFirst()
      if let line = lines.first, line.hasPrefix("Created ") { lines.removeFirst() }
      // The heading of a journal's page is its day in the writer's language.
      if entry.day == nil { entry.title = title }
    }
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    entry.body = lines.joined(separator: "\n")
    entry.tags = Self.tags(in: entry.body)
    return entry
  }

  private static func heading(_ line: Substring) -> String? {
    guard line.hasPrefix("="), line.trimmed.last == "=" else { return nil }
    let title = line.trimmed.drop { $0 == "=" }
    var rest = title
    while rest.last == "=" { rest.removeLast() }
    return rest.trimmed.isEmpty ? nil : String(rest.trimmed)
  }

  /// The day of a page of a journal, `2024/01/02.txt`; a page of a week, a month or a year has none.
  private static func day(ofPath path: String) -> Day? {
    let parts = path.dropLast(4).split(separator: "/").suffix(3)
    guard parts.count == 3 else { return nil }
    return Day(parts.joined(separator: "-"))
  }

  private static func tags(in text: String) -> [String] {
    var tags: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) where word.first == "@" {
      let tag = String(
        word.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
      if let first = tag.first, first.isLetter || first == "_", !tags.contains(tag) {
        tags.append(tag)
      }
    }
    return tags
  }
}
