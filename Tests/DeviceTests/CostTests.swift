import AfterwitDocument
import AfterwitEncoding
import AfterwitHTTP
import AfterwitHousehold
import AfterwitJournal
import AfterwitRelayContract
import AfterwitSync
import AfterwitWire
import GRDB
import Synchronization
import Testing

@testable import AfterwitDevice
@testable import AfterwitStore

/// What daily commands ask of SQLite, which does not depend on the machine.
@Suite("The cost of daily commands")
struct CostTests {
  /// What may be gone through from end to end.
  ///
  /// It holds a row for a head, a device or an entry under review, never one for each entry or
  /// change. The index of words calls its own look-ups scans.
  private static let short = [
    "SCAN head", "SCAN tip", "SCAN entry USING INDEX entry_reviews",
    "SCAN search VIRTUAL TABLE INDEX 0:M1", "SCAN search VIRTUAL TABLE INDEX 0:=",
  ]

  @Test("No query of new, edit, list, show, find or rm goes through a table that grows")
  func plans() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let first = try device.new(.mantra, edits: [.set(field: "words", value: "Before.")])
      let statements = try device.statements {
        let id = try device.new(
          .reflection,
          edits: [
            .replace(field: "happened", text: "They asked about queues."),
            .add(field: "tags", value: "onsite"), .set(field: "mood", value: "2"),
          ])
        _ = try device.edit(id, edits: [.append(field: "happened", text: "I went blank.")])
        _ = try device.list(ListFilter(limit: 10))
        _ = try device.list(ListFilter(EntryFilter(.kind(.reflection), .tag("onsite")), limit: 10))
        _ = try device.list(ListFilter(EntryFilter(words: ["queues", "blank"])))
        _ = try device.openReviewCount()
        _ = try device.entry(try device.entryID(first.shortText))
        try device.remove([.entry(first)])
      }
      #expect(statements.contains { $0.contains("search MATCH") }, "nothing was traced")
      for statement in Set(statements) {
        for step in try device.plan(of: statement) where step.hasPrefix("SCAN") {
          #expect(Self.short.contains { step.hasPrefix($0) }, "\(step): \(statement)")
        }
      }
    }
  }

  @Test("A list of every filter and order is chosen by its index, without a look at rows")
  func listed() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      _ = try device.new(.mantra, edits: [.set(field: "words", value: "Before.")])
      let today = household.environment.today
      let conditions: [FilterCondition] = [
        .kind(.goal), .choice(.occasion, "win"), .choice(.state, "met"), .tag("prep"), .mood(1...2),
        .day(today...today), .due(today...today), .mark(.starred), .mark(.private), .mark(.review),
      ]
      for order in ListFilter.Order.allCases {
        for filter in [EntryFilter()] + conditions.map({ EntryFilter($0) })
          + conditions.map({ EntryFilter(terms: [EntryFilter.Term($0, isNegated: true)]) })
        {
          let statements = try device.statements {
            _ = try device.list(ListFilter(filter, order: order, limit: 10))
          }.filter { $0.hasPrefix("SELECT entry.rowid") }
          #expect(!statements.isEmpty)
          for statement in statements {
            let plan = try device.plan(of: statement)
            // Few have the tag, so that they are read first.
            let isRare = filter.required == [.tag("prep")]
            #expect(
              plan.first?.hasPrefix(
                isRare
                  ? "SEARCH entry USING INTEGER PRIMARY KEY"
                  : "SEARCH entry USING COVERING INDEX entry_")
                == true, "\(plan): \(statement)")
          }
        }
      }
    }
  }

  @Test("A new runs at most so many statements, and as many with many entries as with few")
  func count() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let counts = try (0..<40).map { number in
        try device.statements {
          _ = try device.new(.mantra, edits: [.set(field: "words", value: "Words \(number).")])
        }.count
      }
      // The index of words merges its own segments now and then, by statements of its own.
      let usual = counts.sorted()[counts.count / 2]
      #expect(usual <= 60)
      #expect(counts[39] <= usual + 4 && counts[1] <= usual + 4, "\(counts)")
    }
  }

  @Test("What was done last is taken back without a look at what was done before")
  func undo() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(
        .reflection, edits: [.replace(field: "happened", text: "They asked about queues.")])
      for number in 1...20 {
        _ = try device.edit(id, edits: [.append(field: "happened", text: "Line \(number).")])
        _ = try device.edit(id, edits: [.set(field: "mood", value: "\(number % 5 + 1)")])
      }
      let statements = try device.statements {
        for _ in 0..<6 { _ = try device.undo() }
        for _ in 0..<6 { _ = try device.redo() }
      }
      #expect(!statements.contains { $0.contains("entry_change JOIN change") })
      #expect(!statements.contains { $0.contains("text_event JOIN change") })
      #expect(!statements.contains { $0.hasPrefix("SELECT body FROM change WHERE device") })
    }
  }

  @Test("A sync with nothing new is one call to the relay and writes nothing")
  func idleSync() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let device = try await household.founder("desk", at: relay)
        _ = try device.new(.mantra, edits: [.set(field: "words", value: "Before.")])
        let first = device.traced()
        #expect(try await device.sync(at: relay).pushed == 1)
        #expect(first.statements.withLock { $0.contains(where: Self.writes) })
        let second = device.traced()
        let report = try await device.sync(at: relay)
        #expect(report.agreed && report.roundTrips == 1)
        #expect(!second.statements.withLock { $0.contains(where: Self.writes) })
      }
    }
  }

  @Test("20 more characters in a long text are at most 44 bytes of body and 545 on the wire")
  func edit() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let device = try await household.founder("desk", at: relay)
        let text = String(repeating: "They asked about queues, and I went blank. ", count: 40)
        let entry = try device.new(
          .reflection, edits: [.replace(field: "happened", text: text)])
        try await device.sync(at: relay)
        var longer = text
        longer.insert(
          contentsOf: "Then it came to me. ", at: text.index(text.startIndex, offsetBy: 860))
        _ = try device.edit(entry, edits: [.replace(field: "happened", text: longer)])
        let body = try device.store.read { transaction in
          try transaction.changeBody(at: try transaction.changeCount() - 1)
        }
        #expect((40...44).contains(body.count), "\(body.count) bytes of body")
        let sent = Mutex(0)
        let report = try await withHTTPRelay(at: relay.address) { http in
          try await device.sync(
            with: CountingRelay(relay: http, bytes: { count in sent.withLock { $0 += count } }),
            timeout: .seconds(60))
        }
        #expect(report.agreed && report.pushed == 1)
        let count = sent.withLock { $0 }
        #expect((536...545).contains(count), "\(count) bytes of request bodies")
      }
    }
  }

  private static func writes(_ statement: String) -> Bool {
    ["INSERT", "UPDATE", "DELETE"].contains(where: statement.hasPrefix)
  }
}

extension Device {
  /// The statements that a body runs, in their order.
  fileprivate func statements(_ body: () throws -> Void) throws -> [String] {
    let seen = traced()
    try body()
    return seen.statements.withLock { $0 }
  }

  /// What the device runs from now on, until it is traced anew.
  fileprivate func traced() -> Seen {
    let seen = Seen()
    store.queue.writeWithoutTransaction { database in
      database.trace { event in
        guard case .statement(let statement) = event else { return }
        seen.statements.withLock { $0.append(statement.sql) }
      }
    }
    return seen
  }

  /// How SQLite goes about a statement.
  fileprivate func plan(of statement: String) throws -> [String] {
    guard ["SELECT", "INSERT", "UPDATE", "DELETE"].contains(where: statement.hasPrefix) else {
      return []
    }
    return try store.queue.read { database in
      let plan = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
      let places = statement.count { $0 == "?" }
      return try Row.fetchAll(plan, arguments: StatementArguments((0..<places).map { _ in 0 }))
        .map { $0["detail"] }
    }
  }
}

/// Counts the bytes of the request bodies that pass through it.
private struct CountingRelay: ForwardingRelay {
  let relay: any Relay
  let bytes: @Sendable (Int) -> Void

  func challenge(
    _ request: ChallengeRequest
  ) async throws(RelayFailure) -> RelayAnswer<Challenge> {
    bytes(request.bytes.count)
    return try await relay.challenge(request)
  }

  func login(_ request: LoginRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    bytes(request.bytes.count)
    return try await relay.login(request)
  }

  func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer> {
    bytes(envelopes.reduce(0) { $0 + Page.byteCount(of: $1) })
    return try await relay.append(envelopes, as: token)
  }
}

/// What a trace has seen.
private final class Seen: Sendable {
  let statements = Mutex<[String]>([])
}
