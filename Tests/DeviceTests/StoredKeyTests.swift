import AfterwitCausality
import AfterwitEncoding
import AfterwitTestRandomness
import Foundation
import Testing

@testable import AfterwitStore

/// What a store gives for a query, beside a look at each entry.
@Suite("The keys of a query")
struct StoredKeyTests {
  /// An entry that is kept, and what it has beside its traits.
  private struct Kept {
    let row: EntryRow
    let words: Set<String>
    let tags: Set<String>
  }

  private static func kept(_ random: inout SeededGenerator) -> Kept {
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &random)]
    }
    func some(_ share: Int) -> Bool { Int.random(in: 0..<share, using: &random) == 0 }
    func day() -> String { "2027-01-\(10 + Int.random(in: 0..<20, using: &random))" }
    let first = day()
    // Most have the first word and tag, so that more than are few do; hardly any the second.
    let words = Set((some(10) ? [] : ["queue"]) + (some(40) ? ["rare"] : []))
    let tags = Set((some(10) ? [] : ["onsite"]) + (some(40) ? ["prep"] : []))
    let row = EntryRow(
      id: EntryID(from: &random),
      created: Timestamp(milliseconds: UInt64.random(in: 0..<200, using: &random), counter: 0),
      modified: Timestamp(milliseconds: UInt64.random(in: 0..<200, using: &random), counter: 0),
      traits: EntryTraits(
        kind: pick(["reflection", "goal"]), day: some(3) ? nil : day(),
        due: some(2) ? nil : first...max(first, day()), isDeleted: some(8), isPrivate: some(8),
        isStarred: some(4), reviews: some(8) ? 1 : 0, mood: some(2) ? nil : pick([1, 2, 3, 4, 5]),
        occasion: some(2) ? nil : pick(["win", "interview"]),
        state: some(2) ? nil : pick(["active", "met"])),
      view: [], hash: [], facets: tags.sorted().map { Facet(name: "tag", value: $0) },
      words: words.sorted().joined(separator: " "))
    return Kept(row: row, words: words, tags: tags)
  }

  private static func term(_ random: inout SeededGenerator) -> EntryTerm {
    let terms: [EntryTerm] = [
      .kind("goal"), .occasion("win"), .state("met"), .mood(1...2), .mood(3...5), .starred,
      .private, .review, .facet(Facet(name: "tag", value: "onsite")),
      .facet(Facet(name: "tag", value: "prep")),
    ]
    return terms[Int.random(in: terms.indices, using: &random)]
  }

  private static func query(_ random: inout SeededGenerator) -> EntryQuery {
    func some(_ share: Int) -> Bool { Int.random(in: 0..<share, using: &random) == 0 }
    var query = EntryQuery()
    query.isDeleted = some(6)
    if some(2) { query.required = [term(&random)] }
    if some(2) { query.excluded = [term(&random)] }
    if some(4) { query.due = "2027-01-14"..."2027-01-16" }
    if some(2) { query.words = [[SearchTerm([some(2) ? "queue" : "rare"])]] }
    if some(4) {
      query.days = "2027-01-12"..."2027-01-20"
      query.created =
        Timestamp(milliseconds: 50, counter: 0)..<Timestamp(milliseconds: 100, counter: 0)
    }
    return query
  }

  private static func holds(_ term: EntryTerm, of entry: Kept) -> Bool {
    let traits = entry.row.traits
    return switch term {
    case .kind(let kind): traits.kind == kind
    case .occasion(let occasion): traits.occasion == occasion
    case .state(let state): traits.state == state
    case .mood(let range): traits.mood.map(range.contains) ?? false
    case .starred: traits.isStarred
    case .private: traits.isPrivate
    case .review: traits.reviews > 0
    case .facet(let facet): entry.tags.contains(facet.value)
    }
  }

  private static func isMeant(_ entry: Kept, _ query: EntryQuery, _ word: String?) -> Bool {
    let traits = entry.row.traits
    guard traits.isDeleted == query.isDeleted,
      query.required.allSatisfy({ holds($0, of: entry) }),
      !query.excluded.contains(where: { holds($0, of: entry) }),
      word.map({ entry.words.contains($0) }) ?? true
    else { return false }
    if let due = query.due, traits.due.map({ !$0.overlaps(due) }) ?? true { return false }
    guard let days = query.days, let created = query.created else { return true }
    return traits.day.map { days.contains($0) } ?? created.contains(entry.row.created)
  }

  /// Whether an order has an entry.
  private static func has(_ entry: Kept, in order: EntryOrder) -> Bool {
    switch order {
    case .day: entry.row.traits.day != nil
    case .undated: entry.row.traits.day == nil
    case .created, .modified: true
    case .due: entry.row.traits.due != nil
    }
  }

  /// Whether one entry stands before another; what comes last first has changed its side.
  private static func precedes(_ left: Kept, _ right: Kept, in order: EntryOrder) -> Bool {
    let (first, second) = (left.row, right.row)
    func day(_ row: EntryRow) -> String { row.traits.day ?? "" }
    func due(_ row: EntryRow) -> String { row.traits.due?.lowerBound ?? "" }
    return switch order {
    case .day:
      (day(second), second.created, first.id) < (day(first), first.created, second.id)
    case .undated, .created: (second.created, first.id) < (first.created, second.id)
    case .modified: (second.modified, first.id) < (first.modified, second.id)
    case .due: (due(first), second.created, first.id) < (due(second), first.created, second.id)
    }
  }

  @Test("Whether few or many have the words and tags, a query gives what it asks for, in order")
  func keys() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = SeededGenerator(seed: 9)
    let entries = (0..<800).map { _ in Self.kept(&random) }
    let store = try Store.create(inFolder: folder)
    defer { store.close() }
    try store.write { transaction in
      for entry in entries { try transaction.put(entry.row) }
    }
    for number in 0..<600 {
      let query = Self.query(&random)
      let word = ["queue", "rare"].first { query.words == [[SearchTerm([$0])]] }
      for order in [EntryOrder.day, .undated, .created, .modified, .due] {
        let meant = entries.filter { Self.has($0, in: order) && Self.isMeant($0, query, word) }
          .sorted { Self.precedes($0, $1, in: order) }
        let found = try store.read { transaction in
          var keys = try transaction.entryKeys(query, in: [order])[0]
          var found: [Int64] = []
          while let key = try keys.next() { found.append(key.rowid) }
          return found
        }
        #expect(
          found.map { entries[Int($0) - 1].row.id } == meant.map(\.row.id),
          "\(number): \(order), \(query)")
      }
    }
  }
}
