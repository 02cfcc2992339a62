internal import AfterwitJournal

/// Follows the headings of a file of Org, and tells where an entry ends.
struct OrgTree {
  private let file: SourceFile
  private var fileTags: [String] = []
  /// The day under which what comes lies, and how deep its heading is.
  private var day: (day: Day, level: Int)?
  /// The tags of the headings above, each with its level.
  private var inherited: [(level: Int, tags: [String])] = []
  private var draft: Draft?
  private var notes: [SourceItem] = []

  /// An entry whose end has not come yet.
  private struct Draft {
    var heading: OrgHeading?
    let level: Int
    let line: Int
    let day: Day?
    let tags: [String]
    var lines: [String] = []
  }

  /// A tree of a file of which no line was read.
  init(file: SourceFile) {
    self.file = file
  }

  /// Takes the next line; gives what ended before it.
  mutating func take(_ line: SourceLines.Line) -> [SourceItem] {
    let text = line.text
    guard let heading = OrgHeading(text) else {
      if text.uppercased().hasPrefix("#+FILETAGS:") {
        fileTags = text.dropFirst(11).split { $0 == ":" || $0 == " " }.map(String.init)
      } else if draft != nil {
        draft?.lines.append(text)
      } else if let day, !line.isBlank {
        draft = Draft(
          heading: nil, level: day.level, line: line.number, day: day.day, tags: tags, lines: [text]
        )
      } else if !line.isBlank, !text.hasPrefix("#+"), !text.hasPrefix(":") {
        notes.append(
          .note(
            SourceNote(
              SourcePlace(file.name, line: line.number),
              .skipped(text, because: .beforeFirstEntry))))
      }
      defer { notes = [] }
      return notes
    }
    // A heading deeper than an entry is part of its text.
    if let draft, draft.heading != nil, heading.level > draft.level {
      self.draft?.lines.append(text)
      return []
    }
    let ended = end()
    open(heading, at: line.number)
    return ended
  }

  /// Ends the entry that is open.
  mutating func end() -> [SourceItem] {
    guard let draft else { return [] }
    self.draft = nil
    let body = OrgBody(draft.lines)
    let place = SourcePlace(file.name, line: draft.line)
    let title = draft.heading.map { String($0.title) }
    let moment = body.stamp
    let day = draft.day ?? moment?.day
    let name = body.id.map { SourceEntry.Identity.unique($0) }
    var entry = SourceEntry(name ?? .shared(day?.description ?? title ?? file.name), at: place)
    entry.title = title
    entry.body = body.text
    entry.day = day
    entry.time = moment?.time
    entry.tags = draft.tags + (draft.heading?.tags ?? [])
    guard title?.isEmpty == false || !entry.body.isEmpty else { return [] }
    var items: [SourceItem] = body.impossible.map {
      .note(SourceNote(place, .noSuchMoment($0)))
    }
    if let keyword = draft.heading?.keyword {
      items.append(.note(SourceNote(place, .leftOut(keyword, of: "state"))))
    }
    if let priority = draft.heading?.priority {
      items.append(.note(SourceNote(place, .leftOut(priority, of: "priority"))))
    }
    return items + [.entry(entry)]
  }

  private var tags: [String] { fileTags + inherited.flatMap(\.tags) }

  private mutating func open(_ heading: OrgHeading, at line: Int) {
    inherited.removeAll { $0.level >= heading.level }
    if let day, day.level >= heading.level { self.day = nil }
    if let found = Self.day(heading.title) {
      day = (found, heading.level)
      inherited.append((heading.level, heading.tags))
      return
    }
    if day == nil, Self.isYearOrMonth(heading.title) {
      inherited.append((heading.level, heading.tags))
      return
    }
    draft = Draft(
      heading: heading, level: heading.level, line: line, day: day?.day, tags: tags)
  }

  /// The day of a heading of the tree, `2024-01-02 Dienstag`.
  private static func day(_ title: Substring) -> Day? {
    guard let word = title.split(separator: " ").first, let day = Day(String(word)),
      title.split(separator: " ").count <= 2
    else { return nil }
    return day
  }

  private static func isYearOrMonth(_ title: Substring) -> Bool {
    guard let word = title.split(separator: " ").first else { return false }
    if word.count == 4, word.allSatisfy(\.isNumber) { return title.count == 4 }
    return Day(word + "-01") != nil
  }
}
