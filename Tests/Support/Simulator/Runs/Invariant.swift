internal import Foundation

/// What every run must keep, in the words of the design.
package enum Invariant: String, CaseIterable, Hashable, Sendable {
  /// Devices that admitted the same changes show the same journal and the same reviews, in whatever
  /// order the changes came.
  case convergence
  /// What was reported as saved survives a crash at any instruction.
  case durability
  /// No change is shown before those it was made on.
  case causality
  /// Every run of typed text is in the view, or under an open review, or was deleted by someone who
  /// saw it.
  case nothingLost = "nothing-lost"
  /// A review is open while what it asks is undecided, and is closed everywhere once it was decided
  /// and nobody has touched its part since.
  case reviews
  /// What the relay holds depends on the content only through padded length, device, membership
  /// and time.
  case blindness
  /// A gap, a reordering or a rollback is detected and repaired: in the end all hold the same.
  case completeness
}

/// An invariant that a run did not keep, or anything else that nobody expected.
package struct Violation: Error, CustomStringConvertible, Sendable {
  /// The invariant; `nil` for what has no name.
  package let invariant: Invariant?
  /// What was found.
  package let what: String

  init(_ invariant: Invariant?, _ what: String) {
    self.invariant = invariant
    self.what = what
  }

  /// An error that nobody expected; what SQLite says of it more exactly is told too.
  init(unexpected error: any Error, in what: String) {
    let code = (error as? any CustomNSError)?.errorCode
    self.init(nil, "\(what): \(error)" + (code.map { ", extended code \($0)" } ?? ""))
  }

  /// The invariant's name and what was found.
  package var description: String { "\(invariant?.rawValue ?? "surprise"): \(what)" }
}
