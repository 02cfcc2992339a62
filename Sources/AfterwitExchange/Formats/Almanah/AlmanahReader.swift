internal import AfterwitJournal

/// Reads a diary of Almanah: a database of SQLite with a row a day.
struct AlmanahReader {
  /// Hands over all days.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    guard case .file(let file, _) = source else {
      throw SourceFailure.notOfFormat(.almanah, SourcePlace("folder"))
    }
    guard file.bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw file.lastName.hasSuffix(".encrypted")
        ? SourceFailure.encrypted(.almanah)
        : SourceFailure.notOfFormat(.almanah, SourcePlace(file.name))
    }
    do {
      let database = try DatabaseImage(file.bytes)
      let tags = try tags(in: database)
      let isThere = try database.forEachRow(of: "entries") { row in
        let place = SourcePlace(file.name)
        let words = ["year", "month", "day"].map { row.integer($0) ?? 0 }
        guard let day = Day(year: words[0], month: words[1], dayOfMonth: words[2]) else {
          let written = words.map(String.init).joined(separator: "-")
          return try take(.note(SourceNote(place, .noSuchMoment(written))))
        }
        guard let body = Self.text(row) else {
          return try take(
            .note(SourceNote(place, .skipped(day.description, because: .notReadable))))
        }
        var entry = SourceEntry(.shared(day.description), at: place)
        entry.day = day
        entry.body = body
        entry.isStarred = row.integer("is_important") == 1
        entry.tags = tags[day] ?? []
        try take(.entry(entry))
      }
      guard isThere else { throw SourceFailure.notOfFormat(.almanah, SourcePlace(file.name)) }
    } catch DatabaseImage.Flaw.malformed {
      throw SourceFailure.notOfFormat(.almanah, SourcePlace(file.name))
    }
  }

  private func tags(in database: DatabaseImage) throws -> [Day: [String]] {
    var tags: [Day: [String]] = [:]
    try database.forEachRow(of: "entry_tag") { row in
      let words = ["year", "month", "day"].map { row.integer($0) ?? 0 }
      guard let tag = row.text("tag"),
        let day = Day(year: words[0], month: words[1], dayOfMonth: words[2])
      else { return }
      tags[day, default: []].append(tag)
    }
    return tags
  }

  /// The words of a row: XML in version 2, plain before it.
  private static func text(_ row: DatabaseImage.Row) -> String? {
    guard let text = row.text("content") else { return nil }
    guard text.contains("<entry") || text.contains(":entry") else { return text }
    return AlmanahText.text(of: text)
  }
}
