internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitManual

/// What words can be that name something in the journal.
struct OpenedCompletions {
  /// More than these nobody reads before typing on.
  private static let limit = 20
  /// Names are looked for in so many of the newest entries.
  private static let looked = 1000
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
    case .items: try items(typed)
    case .subjects:
      try last(typed) + entries(typed, ListFilter()) + (typed.isEmpty ? [] : items(typed))
    case .terms: try terms(typed)
    case .fieldValues: try assignments(typed)
    case .tags: try device.tags(beginning: typed, limit: Self.limit).map { Completion($0) }
    case .people: try names(.people, typed)
    case .organisations: try names(.organisations, typed)
    case .reviews:
      try device.openReviews().map { review in
        Completion(review.name, help(review.title))
      }
    case .drafts: device.drafts().map { Completion($0.name, help($0.words)) }
    default: []
    }
  }

  /// The terms of a filter that name a tag, a person or an organisation.
  private func terms(_ typed: String) throws -> [Completion] {
    guard let colon = typed.firstIndex(of: ":") else { return [] }
    let value = String(typed[typed.index(after: colon)...])
    let found: [Completion] =
      switch FilterKey(rawValue: String(typed[..<colon])) {
      case .tag: try completions(of: .tags, value)
      case .people: try completions(of: .people, value)
      case .org: try completions(of: .organisations, value)
      default: []
      }
    return found.map { Completion(typed[...colon] + $0.word) }
  }

  /// Fields that name people or an organisation, with their sign and a name.
  private func assignments(_ typed: String) throws -> [Completion] {
    guard let sign = typed.firstIndex(of: "=") else { return [] }
    let value = String(typed[typed.index(after: sign)...])
    let found: [Completion] =
      switch typed[..<sign] {
      case "people", "support": try completions(of: .people, value)
      case "organisation": try completions(of: .organisations, value)
      default: []
      }
    return found.map { Completion(typed[...sign] + $0.word) }
  }

  /// The names that begin with what was typed, those in most entries first.
  private func names(_ field: NameTally.Field, _ typed: String) throws -> [Completion] {
    let filter = ListFilter(includesPrivate: false, order: .written, limit: Self.looked)
    return NameTally.all(of: field, in: try device.list(filter).map(\.entry))
      .filter { $0.name.hasPrefix(typed) }.prefix(Self.limit).map { Completion($0.name) }
  }

  /// The items of lists, each with what it says.
  private func items(_ typed: String) throws -> [Completion] {
    try device.elements(beginning: typed, limit: Self.limit).map { item in
      let id = item.key.element.id
      return Completion(
        id.shortText.hasPrefix(typed) ? id.shortText : id.text,
        help(item.list.map { item.view.title(in: $0) } ?? ""))
    }
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
