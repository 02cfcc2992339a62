internal import AfterwitJournal

/// Reads the months of RedNotebook: files `2024-01.txt` of YAML, each day a text and categories.
struct RedNotebookReader {
  /// Hands over a day each.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    switch source {
    case .file(let file, _):
      guard let month = Self.month(ofPath: file.name) else {
        throw SourceFailure.notOfFormat(.rednotebook, SourcePlace(file.name))
      }
      try read(file, month, take)
    case .folder(let folder):
      var count = 0
      for path in folder.paths {
        guard let month = Self.month(ofPath: path) else {
          if path.hasSuffix(".txt") {
            try take(.note(SourceNote(SourcePlace(path), .skipped(path, because: .notOfFormat))))
          }
          continue
        }
        count += 1
        do {
          try read(SourceFile(path, try folder.bytes(of: path)), month, take)
        } catch SourceFailure.notUTF8(let place) {
          try take(.note(SourceNote(place, .skipped(path, because: .notUTF8))))
        } catch SourceFailure.notOfFormat(_, let place) {
          try take(.note(SourceNote(place, .skipped(path, because: .notYAML))))
        }
      }
      if count == 0 { throw SourceFailure.notOfFormat(.rednotebook, SourcePlace("folder")) }
    }
  }

  /// The first day of the month that a file is of.
  static func month(ofPath path: String) -> Day? {
    guard let name = path.split(separator: "/").last, name.hasSuffix(".txt"), name.count == 11
    else { return nil }
    return Day(name.dropLast(4) + "-01")
  }

  private func read(
    _ file: SourceFile, _ month: Day, _ take: (SourceItem) throws -> Void
  ) throws {
    let text = try file.text()
    let document: YAMLDocument
    do throws(YAMLDocument.Flaw) {
      document = try YAMLDocument(text)
    } catch {
      throw SourceFailure.notOfFormat(.rednotebook, SourcePlace(file.name, line: error.line))
    }
    var node = document.root
    if case .scalar("", isPlain: true) = node { node = .mapping([]) }
    guard case .mapping(let days) = node else {
      throw SourceFailure.notOfFormat(.rednotebook, SourcePlace(file.name, line: 1))
    }
    for earlier in document.earlier {
      let place = SourcePlace(file.name, line: earlier.line)
      try take(.note(SourceNote(place, .skipped(earlier.key, because: .namedAgain))))
    }
    for member in days {
      let place = SourcePlace(file.name, line: member.line)
      guard let number = Int(member.key),
        let day = Day(year: month.year, month: month.month, dayOfMonth: number)
      else {
        try take(.note(SourceNote(place, .noSuchMoment(member.key))))
        continue
      }
      try read(member.value, day, place, take)
    }
  }

  private func read(
    _ node: YAMLNode, _ day: Day, _ place: SourcePlace, _ take: (SourceItem) throws -> Void
  ) throws {
    guard case .mapping(let members) = node else {
      return try take(
        .note(SourceNote(place, .skipped(day.description, because: .notReadable))))
    }
    var entry = SourceEntry(.shared(day.description), at: place)
    entry.day = day
    for member in members {
      if member.key == "text" {
        if case .scalar(let text, _) = member.value { entry.body = text }
        continue
      }
      entry.tags.append(contentsOf: member.key == "Tags" ? [] : [member.key])
      guard case .mapping(let items) = member.value else { continue }
      for item in items {
        if member.key == "Tags" {
          entry.tags.append(item.key)
        } else {
          try take(
            .note(SourceNote(place, .leftOut(item.key, of: "category \(member.key)"))))
        }
      }
    }
    guard !entry.body.isEmpty || !entry.tags.isEmpty else { return }
    try take(.entry(entry))
  }
}
