import AfterwitDocument
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
    Account(name: "the definition, in another order") {
      ReviewPicture(ReferenceReviews(events: $0))
    }
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
}
