internal import AfterwitStore

extension Transaction {
  /// The parts that a person was shown last.
  func shownReviews() throws -> ShownReviews {
    try property(.shownReviews).map { try ShownReviews(decoding: $0) } ?? ShownReviews()
  }
}
