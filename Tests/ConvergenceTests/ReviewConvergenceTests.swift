import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitTestRandomness
import Foundation
import Testing

// Each account tells what the reviews of a history are; all must tell what the oracle tells, for
// the events in any order.

@Suite("Reviews converge")
struct ReviewConvergenceTests {
  /// A way to derive reviews from events that come parents first.
  struct Account: Sendable, CustomTestStringConvertible {
    let name: String
    let picture: @Sendable (_ events: [TextEvent]) throws -> ReviewPicture

    var testDescription: String { name }
  }

  static let accounts = [
    Account(name: "the definition") { ReviewPicture(ReferenceReviews(events: $0)) },
    Account(name: "the engine, all at once") { events in
      var history = TextHistory()
      for event in events { try history.append(event) }
      return ReviewPicture(history)
    },
  ]

  static let seed = ProcessInfo.processInfo.environment["AFTERWIT_SEED"].flatMap(UInt64.init)
  static let count = ProcessInfo.processInfo.environment["AFTERWIT_HISTORIES"].flatMap(Int.init)

  /// The seeds of this run: few where nothing is optimised, many where it is.
  static var seeds: some Sequence<UInt64> {
    let first = seed ?? 20_261_121
    return (0..<UInt64(count ?? defaultCount)).lazy.map { first &+ $0 }
  }

  private static var defaultCount: Int {
    #if DEBUG
      300
    #else
      20_000
    #endif
  }

  static func repeatCommand(_ seed: UInt64) -> Comment {
    "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter ReviewConvergenceTests"
  }

  @Test(
    "in every order the reviews are what their definition says [AW-DOC-21] [AW-DOC-22] [AW-DOC-23]",
    arguments: accounts)
  func accountsAgree(account: Account) throws {
    for seed in Self.seeds {
      let history = try ReviewHistory(seed: seed)
      let reviews = ReferenceReviews(events: history.scene.events)
      let expected = ReviewPicture(reviews)
      var random = SeededGenerator(seed: seed)
      let picture = try account.picture(history.admission(using: &random))
      try #require(
        picture == expected, "\(Self.repeatCommand(seed))\n\(reviews.story)")
    }
  }

  @Test("what merges find one by one is what the definition says [AW-DOC-21] [AW-DOC-22]")
  func mergesAgree() throws {
    for seed in Self.seeds {
      let history = try ReviewHistory(seed: seed)
      let reviews = ReferenceReviews(events: history.scene.events)
      let expected = ReviewPicture(reviews)
      var random = SeededGenerator(seed: seed)
      let field = try Self.merged(history.admission(using: &random), using: &random)
      let conflicts = field.conflicts.map { ReferenceConflict($0.left.id, $0.right.id) }
      try #require(
        conflicts.sorted() == expected.conflicts, "\(Self.repeatCommand(seed))\n\(reviews.story)")
      try #require(
        Set(field.openParts) == Set(expected.open.map(\.hunks)),
        "\(Self.repeatCommand(seed))\n\(reviews.story)")
    }
  }

  /// The field of a replica that admits events as changes, in transactions of random length.
  private static func merged(
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
        blocks: [Change.Block(key: key, operations: .text(event.operations))])
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
