import AfterwitCausality
import AfterwitDevice
import AfterwitDocument
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitTestRandomness
import Testing

@Suite("Entries of a filter")
struct ListingTests {
  private static let values = [
    ("kind", ["goal", "mantra", "interview", "reflections"]), ("tag", ["onsite", "prep"]),
    ("org", ["acme", "glob"]), ("occasion", ["interview", "win"]), ("outcome", ["offer"]),
    ("state", ["active", "met"]), ("people", ["ana"]), ("mood", ["..2", "3", "4.."]),
    ("on", ["2027-01", "2026-12-30..2027-01-05", "..2027-01-10"]),
    ("since", ["2027-01-14", "today"]), ("until", ["2027-01-14", "yesterday"]),
    ("due", ["2027-02", "..2027-02-10"]), ("is", ["starred", "private", "review"]),
    ("starts", ["queu", "system des"]),
  ]

  /// Terms as people type them, some of them turned around.
  private static func arguments(_ random: inout SeededGenerator) -> [String] {
    (0..<Int.random(in: 0...3, using: &random)).flatMap { _ -> [String] in
      let words = ["queue", "system design", "blank", "#onsite", "acme"]
      let filter = values.randomElement(using: &random) ?? ("tag", ["onsite"])
      let value = filter.1.randomElement(using: &random) ?? ""
      let isWord = Int.random(in: 0..<3, using: &random) == 0
      let term = isWord ? words.randomElement(using: &random) ?? "" : "\(filter.0):\(value)"
      return Int.random(in: 0..<4, using: &random) == 0 ? ["not", term] : [term]
    }
  }

  private static func edits(_ kind: Kind, _ random: inout SeededGenerator) -> [FieldEdit] {
    func pick(_ values: String...) -> String { values.randomElement(using: &random) ?? "" }
    func some(_ share: Int) -> Bool { Int.random(in: 0..<share, using: &random) == 0 }
    let day =
      "2027-0\(Int.random(in: 1...2, using: &random))-1\(Int.random(in: 0...9, using: &random))"
    var edits: [FieldEdit] = [
      .set(
        field: kind.defaultField.name.string,
        value: pick("Queues, again.", "A system design.", "I went blank on queues.", "Nothing."))
    ]
    if some(2) { edits.append(.add(field: "tags", value: pick("onsite", "prep"))) }
    if some(4) { edits.append(.set(field: "starred", value: "yes")) }
    if some(5) { edits.append(.set(field: "private", value: "yes")) }
    switch kind {
    case .reflection:
      if some(2) { edits.append(.set(field: "on", value: day)) }
      if some(2) { edits.append(.set(field: "occasion", value: pick("interview", "win"))) }
      if some(2) { edits.append(.set(field: "organisation", value: pick("Acme", "Globex"))) }
      if some(2) { edits.append(.set(field: "mood", value: pick("1", "2", "3", "5"))) }
      if some(3) { edits.append(.set(field: "outcome", value: "offer")) }
      if some(3) { edits.append(.add(field: "people", value: "Ana")) }
    case .goal:
      if some(2) { edits.append(.set(field: "due", value: day)) }
      if some(3) { edits.append(.set(field: "state", value: "met")) }
    case .mantra: break
    }
    return edits
  }

  @Test("An index leaves nothing out: every filter takes what its words mean, in order")
  func meaning() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      var random = SeededGenerator(seed: 17)
      var ids: [EntryID] = []
      for _ in 0..<120 {
        let kind = Kind.allCases.randomElement(using: &random) ?? .mantra
        ids.append(try device.new(kind, edits: Self.edits(kind, &random)))
      }
      try device.remove(ids.suffix(9).map { .entry($0) })
      let entries = try ids.map { try device.entry($0) }
      for number in 0..<400 {
        let typed = Self.arguments(&random)
        let filter = try EntryFilter(typed, from: household.environment.standpoint)
        let deleted = Int.random(in: 0..<8, using: &random) == 0
        let meant = entries.filter { entry in
          entry.isDeleted == deleted && filter.takes(entry, on: Self.day(of: entry))
        }.sorted { left, right in
          (Self.day(of: left), left.created) > (Self.day(of: right), right.created)
        }
        let found = try device.list(ListFilter(filter, deleted: deleted))
        #expect(found.map(\.entry.id) == meant.map(\.id), "\(number): \(typed)")
        #expect(found.allSatisfy { ($0.excerpt != nil) == !filter.phrases.isEmpty })
        let limit = Int.random(in: 0...5, using: &random)
        let first = try device.list(ListFilter(filter, deleted: deleted, limit: limit))
        #expect(first == Array(found.prefix(limit)), "\(number): \(typed)")
        let open = try device.list(ListFilter(filter, deleted: deleted, includesPrivate: false))
        #expect(open == found.filter { !$0.entry.isPrivate }, "\(number): \(typed)")
      }
    }
  }

  private static func day(of entry: EntryView) -> Day {
    entry.eventDay ?? LocalTime(universal: entry.created.milliseconds).day
  }

  @Test("Entries are sorted by when they were written or changed, or by what is due in them")
  func orders() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let late = try device.new(
        .goal, edits: [.set(field: "title", value: "A"), .set(field: "due", value: "2027-03-01")])
      let told = try device.new(
        .reflection,
        edits: [.set(field: "happened", value: "B"), .set(field: "on", value: "2020-01-01")])
      let soon = try device.new(
        .goal, edits: [.set(field: "title", value: "C"), .set(field: "due", value: "2027-02-01")])
      _ = try device.edit(late, edits: [.set(field: "why", value: "Because.")])
      for (order, ids) in [
        (ListFilter.Order.on, [soon, late, told]), (.written, [soon, told, late]),
        (.modified, [late, soon, told]), (.due, [soon, late]),
      ] {
        #expect(try device.list(ListFilter(order: order)).map(\.entry.id) == ids, "\(order)")
      }
    }
  }

  @Test("The day of writing is that where the person is, beside days that entries tell of")
  func zones() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      // Nine hours ahead of universal time, each is written early on the next day there.
      let written = try device.new(.mantra, edits: [.set(field: "words", value: "Again.")])
      let universal = LocalTime(universal: try device.entry(written).created.milliseconds)
      let told = try device.new(
        .reflection,
        edits: [
          .set(field: "happened", value: "B"),
          .set(field: "on", value: universal.day.description),
        ])
      #expect(try device.list(ListFilter()).map(\.entry.id) == [told, written])
      let environment = Environment(
        nowMilliseconds: household.environment.nowMilliseconds,
        randomBytes: household.environment.randomBytes,
        localTime: { LocalTime(universal: $0 + 16 * 3_600_000) })
      device.close()
      let there = try Device(opening: household.home("desk"), environment: environment)
      #expect(try there.list(ListFilter()).map(\.entry.id) == [written, told])
      #expect(
        try there.list(ListFilter()).map(\.day) == [
          universal.day.advanced(by: 1), universal.day,
        ])
    }
  }
}
