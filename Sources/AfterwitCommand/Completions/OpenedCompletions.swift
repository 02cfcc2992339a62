internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitManual

/// What words can be that name something in the journal.
struct OpenedCompletions {
  /// More than these nobody reads before typing on.
  private static let limit = 20
  /// A title is cut behind so many columns.
  private static let width = 60

  private let device: Device

  /// Opens the journal that a line means.
  init(_ line: [String]) throws {
    let home = line.lastIndex(of: "--home").flatMap { index in
      index + 1 < line.count - 1 ? line[index + 1] : nil
    }
    device = try Invocation(home: home).openDevice()
  }

  /// The names that begin with what was typed.
  func completions(of value: CompletionValue, _ typed: String) throws -> [Completion] {
    switch value {
    case .entries: try last(typed) + entries(typed, ListFilter())
    case .deletedEntries: try entries(typed, ListFilter(deleted: true))
    case .goals: try last(typed) + entries(typed, ListFilter(EntryFilter(.kind(.goal))))
    case .mantras: try last(typed) + entries(typed, ListFilter(EntryFilter(.kind(.mantra))))
    case .terms: try tags(typed)
    case .tags: try device.tags(beginning: typed, limit: Self.limit).map { Completion($0) }
    case .reviews:
      try device.openReviews().map { review in
        Completion(review.name, help(review.title))
      }
    case .drafts: device.drafts().map { Completion($0.name, help($0.words)) }
    default: []
    }
  }

  /// The terms of a filter that name a tag.
  private func tags(_ typed: String) throws -> [Completion] {
    let key = FilterKey.tag.rawValue + ":"
    guard typed.hasPrefix(key) else { return [] }
    return try device.tags(beginning: String(typed.dropFirst(key.count)), limit: Self.limit)
      .map { Completion(key + $0) }
  }

  private func last(_ typed: String) -> [Completion] {
    typed.isEmpty || typed == "@" ? [Completion("@", "the last one touched")] : []
  }

  private func entries(_ typed: String, _ filter: ListFilter) throws -> [Completion] {
    var filter = filter
    filter.limit = Self.limit
    filter.order = .written
    return try device.entries(beginning: typed, filter).map { entry in
      let short = entry.id.shortText
      return Completion(short.hasPrefix(typed) ? short : entry.id.text, help(entry.title))
    }
  }

  private func help(_ text: String) -> String {
    Escaping.oneLine(Escaping.text(text)).cut(toColumns: Self.width)
  }
}
