internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Transaction {
  /// The greatest value that a facet can have.
  private static let lastValue = "\u{10ffff}"

  /// The entries that have a facet, ordered by its value, each once.
  func views(
    with facet: EntryFacet, from first: String = "", through last: String? = nil,
    descending: Bool = false, limit: Int? = nil
  ) throws -> [EntryView] {
    var seen: Set<EntryID> = []
    let last = last ?? Self.lastValue
    guard first <= last else { return [] }
    return try storedViews(
      facet: facet.rawValue, in: first...last, descending: descending, limit: limit
    ).map { try EntryView($0) }.filter { seen.insert($0.id).inserted }
  }

  /// The entries whose facet has exactly one value, each once.
  func views(with facet: EntryFacet, of value: String, limit: Int? = nil) throws -> [EntryView] {
    try views(with: facet, from: value, through: value, descending: true, limit: limit)
  }

  /// The reflections with a facet of ``EntryView/occurred`` that took place on a day where the person
  /// is.
  func views(
    with facet: EntryFacet, on day: Day, limit: Int, in environment: Environment
  ) throws -> [EntryView] {
    // A moment of the day lies on it, or on its neighbour in universal time.
    try views(
      with: facet, from: day.advanced(by: -1).description,
      through: day.advanced(by: 1).description + "U", descending: true, limit: limit
    ).filter { environment.day(of: $0) == day }
  }

  /// The mantra of a day: the mantras in use take turns, in the order of their ids.
  func mantra(of day: Day) throws -> EntryView? {
    let count = try entryCount(ofFacet: EntryFacet.mantra.rawValue)
    guard count > 0 else { return nil }
    let place = Day(daysSince1970: 0).days(to: day) % count
    return try storedViews(
      facet: EntryFacet.mantra.rawValue, in: ""...Self.lastValue, limit: 1,
      offset: (place + count) % count
    ).first.map { try EntryView($0) }
  }

  /// What an entry came from: what it names as its origin, and what names it as its own.
  func origins(of entry: EntryView) throws -> [EntryView] {
    let named = try entry.origins.compactMap { id in try linked(id) }
    let naming = try views(with: .link, of: entry.id.text)
      .filter { $0.named.contains(entry.id.text) }
    var seen: Set<EntryID> = [entry.id]
    return (named + naming).filter { seen.insert($0.id).inserted }
  }

  /// The entry that a stored id means, or that of the element it means; `nil` where there is none.
  func linked(_ id: String) throws -> EntryView? {
    guard let subject = try? subject(id), let view = try view(of: subject.entry), !view.isDeleted
    else { return nil }
    return view
  }

  /// What came from an entry, or from an element of its lists, the oldest first.
  func offspring(of entry: EntryView) throws -> [EntryView] {
    var found = try views(with: .link, of: entry.id.text).filter {
      $0.origins.contains(entry.id.text)
    }
    for element in entry.elements {
      found += try views(with: .link, of: element.id.text)
    }
    found += try entry.named.compactMap { id in try linked(id) }
    var seen: Set<EntryID> = [entry.id]
    return found.filter { !$0.isDeleted && seen.insert($0.id).inserted }
      .sorted { $0.created < $1.created }
  }
}
