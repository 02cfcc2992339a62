import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import Foundation
import Testing

// Each account tells what the reviews of a history are; all must tell what the oracle tells, for
// the events in any order.

@Suite("Reviews converge", .patient)
struct ReviewConvergenceTests {
  /// A way to derive reviews from events that come parents first.
  struct Account: Sendable {
    let name: String
    let picture: @Sendable (_ events: [TextEvent]) throws -> ReviewPicture
  }

  static let accounts = [
    Account(name: "the definition") { ReviewPicture(ReferenceReviews(events: $0)) },
    Account(name: "the engine, all at once") { events in
      var history = TextHistory()
      for event in events { try history.append(event) }
      return ReviewPicture(history)
    },
  ]

  static var seeds: some Collection<UInt64> {
    let first = Effort.seed ?? 20_261_121
    return (0..<UInt64(Effort.histories(300))).lazy.map { first &+ $0 }
  }

  static func repeatCommand(_ seed: UInt64) -> String {
    "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter ReviewConvergenceTests"
  }

  @Test("in every order the reviews are as defined [AW-DOC-21] [AW-DOC-22] [AW-DOC-23]")
  func accountsAgree() throws {
    let start = ContinuousClock.now
    for seed in Self.seeds { try Self.compare(seed) }
    let seconds = start.duration(to: .now) / .seconds(1)
    Effort.report("\(Self.seeds.count) histories of reviews, in every order, in \(seconds) s")
  }

  /// Tells one history in every way; making it and its definition's account costs the most.
  private static func compare(_ seed: UInt64) throws {
    let history = try ReviewHistory(seed: seed)
    let reviews = ReferenceReviews(events: history.scene.events)
    let expected = ReviewPicture(reviews)
    var random = SeededGenerator(seed: seed)
    let admission = history.admission(using: &random)
    for account in accounts {
      try #require(
        try account.picture(admission) == expected,
        "\(account.name)\n\(repeatCommand(seed))\n\(reviews.story)")
    }
    let field = try merged(admission, using: &random)
    let conflicts = field.conflicts.pairs.map { ReferenceConflict($0.left.id, $0.right.id) }
    try #require(
      conflicts.sorted() == expected.conflicts,
      "merge by merge\n\(repeatCommand(seed))\n\(reviews.story)")
    try #require(
      field.standing == expected.standing && scalars(field.shown.text) == expected.shown,
      "merge by merge\n\(repeatCommand(seed))\n\(reviews.story)")
  }

  /// The field of a replica that admits events as changes, in transactions of random length.
  static func merged(
    _ events: [TextEvent], using random: inout SeededGenerator
  ) throws -> TextField {
    let key = FieldKey(
      entry: EntryID([UInt8](repeating: 5, count: 10)) ?? .journal,
      field: FieldName("happened", family: .text))
    var replica = FieldReplica()
    for event in events {
      let change = Change(
        timestamp: Timestamp(rawValue: 0), followsPredecessor: false,
        parents: event.parents.map { events[$0].order.envelope }.sorted(),
        blocks: [
          event.undone.isEmpty
            ? Change.Block(key: key, operations: .text(event.operations))
            : Change.Block(
              key: .undo,
              operations: .undo(event.undone.map { events[$0].order.envelope }.sorted()))
        ])
      try replica.admit(
        FieldEnvelope(order: event.order, previous: .zero, body: change.body))
      if Int.random(in: 0..<3, using: &random) == 0 { try replica.reload() }
    }
    var shelf = replica.shelf
    shelf.deriveParts()
    guard case .text(let field)? = shelf.states[key]?.value else { return TextField() }
    return field
  }
}
