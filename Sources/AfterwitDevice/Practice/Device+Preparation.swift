internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// How many reflections are looked at for each way in which they may be related.
  private static let reach = 24
  /// How many of the most closely related ones a preparation draws on.
  private static let drawn = 12

  /// What a person takes along to an event; `nil` where none lies ahead and none was named.
  public func preparation(for subject: PreparationSubject) throws(DeviceFailure) -> Preparation? {
    let now = environment.now
    let today = now.day
    return try reading { transaction in
      guard let event = try event(subject, now, transaction) else { return nil }
      let drawn = Array(
        Attempt.related(
          try candidates(for: event, transaction), to: event.entry,
          organisation: event.organisation, now: now
        ).prefix(Self.drawn))
      return try Preparation(
        today: today, attempt: event.entry.flatMap { Attempt($0) },
        organisation: event.organisation,
        drawn: drawn, linked: try mantras(of: drawn, transaction),
        daily: try transaction.mantra(of: today),
        stories: try transaction.views(with: .story, descending: true, limit: 1)
      ) { asked in
        try transaction.entryCount(of: Facet(.question, asked.compared))
      }
    }
  }

  /// An event, or words that stand for one.
  private struct Event {
    var entry: EntryView?
    var organisation: String?
    var found: [EntryView] = []

    init(_ entry: EntryView) {
      self.entry = entry
      organisation = entry.organisation
    }

    init(organisation: String?, found: [EntryView] = []) {
      self.organisation = organisation
      self.found = found
    }
  }

  private func event(
    _ subject: PreparationSubject, _ now: LocalTime, _ transaction: Transaction
  ) throws -> Event? {
    let ahead = try transaction.views(with: .on, from: now.day.description, limit: Self.reach)
      .compactMap { Attempt($0) }.filter { $0.isAhead(of: now) }.sorted(by: Attempt.isEarlier)
    switch subject {
    case .next: return ahead.first.map { Event($0.entry) }
    case .entry(let id): return try transaction.view(of: id).map { Event($0) }
    case .words(let words):
      let text = words.joined(separator: " ")
      if let attempt = ahead.first(where: { $0.isMeant(by: words) }) { return Event(attempt.entry) }
      let theirs = try transaction.views(
        with: .organisation, of: text.compared, limit: Self.reach)
      if let organisation = theirs.first?.organisation { return Event(organisation: organisation) }
      let found = try matches(of: words, transaction)
      return found.isEmpty ? nil : Event(organisation: nil, found: found)
    }
  }

  private func matches(of words: [String], _ transaction: Transaction) throws -> [EntryView] {
    let sought = words.flatMap { $0.split(whereSeparator: \.isWhitespace) }
      .compactMap { SearchPhrase(String($0)) }
    guard !sought.isEmpty else { return [] }
    return try transaction.storedViews(
      matching: sought.map { SearchTerm($0) }, limit: Self.reach
    ).map { try EntryView($0) }.filter { $0.kind == .reflection }
  }

  /// The reflections that may be related to an event.
  private func candidates(for event: Event, _ transaction: Transaction) throws -> [EntryView] {
    var all = event.found
    if let entry = event.entry {
      all += try entry.origins.compactMap { id in try transaction.linked(id) }
      for tag in entry.tags {
        all += try transaction.views(with: .tag, of: tag, limit: Self.reach)
      }
    }
    if let organisation = event.organisation {
      all += try transaction.views(
        with: .organisation, of: organisation.compared, limit: Self.reach)
    }
    if event.found.isEmpty {
      all += try transaction.views(with: .lesson, descending: true, limit: Self.reach)
      all += try transaction.storedViews(
        ofKind: Kind.reflection.rawValue, limit: Self.reach
      ).map { try EntryView($0) }
    }
    return all.filter { $0.kind == .reflection }
  }

  /// The mantras that reflections name, or that came from them, the newest first.
  private func mantras(
    of entries: [EntryView], _ transaction: Transaction
  ) throws -> [EntryView] {
    var found: [EntryView] = []
    for entry in entries {
      for mantra in try transaction.offspring(of: entry)
      where mantra.kind == .mantra && !mantra.isPrivate && mantra.register(.retired) != "true"
        && !found.contains(where: { $0.id == mantra.id })
      {
        found.append(mantra)
      }
    }
    return found.sorted { $0.created > $1.created }
  }
}
