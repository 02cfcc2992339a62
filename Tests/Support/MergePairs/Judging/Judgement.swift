/// How an engine did on some pairs.
package struct Judgement: Sendable {
  /// Something that can be said of a pair; each is counted by itself.
  package enum Finding: String, Sendable, CaseIterable {
    /// Merged without a question, and rightly.
    case right
    /// A question that nobody needs.
    case needless
    /// Merged without a question, and wrongly.
    case wrong
    /// A question that is needed.
    case asked
    /// No question, where one is needed.
    case missed
    /// Where either is right: one of the two, done rightly.
    case fine
    /// Where either is right: merged wrongly.
    case unfit
    /// A word in which letters of both are mixed.
    case interleaved
    /// A word of somebody that neither stands nor is a side's.
    case lost
    /// A word or value that nobody wrote, without a question.
    case inventedSilently
    /// The same under an open question.
    case inventedUnderReview
    /// Machines that show different things.
    case differs
    /// An answer that gives what a person expects.
    case mine, theirs, base, both
    /// An answer that does not.
    case notMine, notTheirs, notBase, notBoth
  }

  /// How often each was found.
  package private(set) var counts: [Finding: Int] = [:]

  /// Nothing judged yet.
  package init() {}

  /// How often something was found.
  package subscript(_ finding: Finding) -> Int { counts[finding] ?? 0 }

  /// How many pairs should merge.
  package var toMerge: Int { self[.right] + self[.needless] + self[.wrong] }
  /// In how many a person must be asked.
  package var toAsk: Int { self[.asked] + self[.missed] }
  /// In how many either is right.
  package var either: Int { self[.fine] + self[.unfit] }

  /// Adds what was found.
  package mutating func add(_ findings: Set<Finding>) {
    for finding in findings { counts[finding, default: 0] += 1 }
  }

  /// Adds all of another.
  package mutating func add(_ other: Judgement) { counts.merge(other.counts, uniquingKeysWith: +) }
}

extension Judgement.Finding {
  /// Whether a person would rather not have it.
  package var isFailure: Bool {
    switch self {
    case .right, .asked, .fine, .mine, .theirs, .base, .both: false
    default: true
    }
  }
}
