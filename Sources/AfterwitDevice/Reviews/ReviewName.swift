internal import AfterwitEncoding

/// A review as a person names it: the beginning of its id, and the number of a part.
struct ReviewName {
  /// What was typed.
  let typed: String
  /// The beginning of the id.
  let prefix: String
  /// The part, or `nil` for all that are open.
  let part: Int?

  init(_ typed: String) throws(DeviceFailure) {
    self.typed = typed
    let pieces = typed.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = pieces.first, let prefix = Base32.normalize(String(first)), !prefix.isEmpty
    else { throw .unnamed(typed) }
    self.prefix = prefix
    guard pieces.count > 1 else {
      part = nil
      return
    }
    guard pieces.count == 2, let part = Int(pieces[1]), part > 0 else { throw .unnamed(typed) }
    self.part = part
  }
}

extension DeviceFailure {
  private static let undecided = "Nothing was decided."
  private static let look = "Type: afterwit review"

  static func unnamed(_ typed: String) -> DeviceFailure {
    DeviceFailure(
      .notFound, "“\(typed)” names no review: a name is an id, or an id, a dot and a number.",
      safe: undecided, next: look)
  }

  static func noReview(_ name: ReviewName) -> DeviceFailure {
    DeviceFailure(
      .notFound, "No open review has an id that begins with “\(name.typed)”.", safe: undecided,
      next: look)
  }

  static func noPart(_ name: ReviewName) -> DeviceFailure {
    DeviceFailure(
      .notFound, "The review “\(name.typed)” has no such open part.", safe: undecided, next: look)
  }

  static func ambiguous(_ name: ReviewName, _ ids: [String]) -> DeviceFailure {
    DeviceFailure(
      .notFound,
      "“\(name.typed)” is the beginning of several reviews: \(ids.joined(separator: ", ")).",
      safe: undecided, next: "Repeat the command with more characters of the id.")
  }

  static func decided(_ name: ReviewName) -> DeviceFailure {
    DeviceFailure(
      .notFound, "The review “\(name.typed)” is decided already, here or on another machine.",
      safe: "Nothing was changed.", next: look)
  }

  static func changed(_ name: ReviewName) -> DeviceFailure {
    DeviceFailure(
      .failed, "The review “\(name.typed)” has changed since it was shown here.", safe: undecided,
      next: "Look at it again: afterwit review show \(name.typed)")
  }
}
