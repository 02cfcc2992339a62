internal import AfterwitCausality
internal import AfterwitDocument
internal import GRDB
internal import Synchronization

// A merge needs the causal graph and the history of the text it touches; loading them costs time in
// proportion to their length. If nothing has changed between two transactions of one process, both
// can be used again. SQLite tells: `PRAGMA data_version` differs once another connection has
// committed. What a transaction leaves here is taken by the next one only if it finds the same data
// version and the same number of changes; a transaction that is rolled back leaves nothing.

/// What one write transaction leaves in memory for the next one of the same process.
final class ReplayMemory: Sendable {
  /// The most histories that are kept.
  private static let limit = 16

  /// What the last transaction left.
  struct Content: Sendable {
    var graph: CausalGraph?
    var histories: [FieldKey: FieldHistory]
  }

  /// Two numbers that differ once anything was written.
  struct Moment: Hashable, Sendable {
    let dataVersion: Int
    let changeCount: Int
  }

  private let kept = Mutex<(moment: Moment, content: Content)?>(nil)

  /// Returns what was left if nothing was written since; otherwise forgets it.
  func take(of moment: Moment) -> Content? {
    kept.withLock { kept in
      defer { kept = nil }
      guard let kept, kept.moment == moment else { return nil }
      return kept.content
    }
  }

  /// Leaves something for the next transaction.
  func keep(_ content: Content, at moment: Moment) {
    let histories = content.histories.count <= Self.limit ? content.histories : [:]
    kept.withLock { $0 = (moment, Content(graph: content.graph, histories: histories)) }
  }

  /// Leaves nothing.
  func forget() {
    kept.withLock { $0 = nil }
  }
}
