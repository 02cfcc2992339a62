import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRelay
import AfterwitWire
import GRDB
import Synchronization
import Testing

@testable import AfterwitRelaySQLite

/// What the relay's calls ask of SQLite, which does not depend on the machine.
@Suite("The cost of the relay's calls")
struct CostTests {
  @Test("No query of a call goes through the order or a table that grows")
  func plans() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let kept = KeptStatements()
      try await relay.storage.pool.writeWithoutTransaction { database in
        database.trace { event in
          guard case .statement(let statement) = event else { return }
          kept.statements.withLock { $0.append(statement.sql) }
        }
      }
      let changes = try (0..<3).map { _ in try journal.change().bytes }
      // A fork is looked up where a log that only grows is not.
      let fork = try journal.founder.envelope([4, 4], number: 2, previous: journal.genesis.id)
      let answer = try await relay.service.append(changes + [fork.bytes], as: session)
      guard case .forked = answer.outcomes.last else {
        Issue.record("the fork was not found")
        return
      }
      try await relay.storage.write { transaction in
        let journal = try transaction.known(session.journal)
        _ = try transaction.heads(of: journal)
        _ = try transaction.runningHash(at: 2, in: journal)
        try transaction.controlEnvelopes(of: journal) { _ in }
        var page = PageFill()
        try transaction.order(after: 1, of: journal, into: &page)
        try transaction.log(of: session.device, numbers: 1...2, in: journal, into: &page)
      }
      let statements = Set(kept.statements.withLock { $0 }).filter { $0.contains("envelope") }
      #expect(statements.count >= 8, "nothing was traced")
      for statement in statements {
        for step in try await relay.plan(of: statement) {
          #expect(!step.hasPrefix("SCAN"), "\(step): \(statement)")
          #expect(step != "SEARCH envelope USING INDEX envelope_order (journal=?)", "\(statement)")
        }
      }
    }
  }
}

extension TestRelay {
  /// How SQLite goes about a statement.
  fileprivate func plan(of statement: String) async throws -> [String] {
    try await storage.pool.read { database in
      let plan = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
      let places = statement.count { $0 == "?" }
      return try Row.fetchAll(plan, arguments: StatementArguments((0..<places).map { _ in 0 }))
        .map { $0["detail"] }
    }
  }
}

/// What a trace has seen.
private final class KeptStatements: Sendable {
  let statements = Mutex<[String]>([])
}
