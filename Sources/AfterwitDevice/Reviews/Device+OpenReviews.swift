extension Device {
  /// The open reviews as lines, one for each part; those of the entry touched last come first.
  ///
  /// None counts as shown by this.
  /// - Complexity: O(*open parts*), whatever they hold.
  public func openReviews() throws(DeviceFailure) -> [OpenReview] {
    try reading { transaction in try ReviewReader(transaction).lines() }
  }
}

extension Device {
  /// The review that a person asks for by `R` or `R.PART`, open or ended; only the part that is named
  /// of an open one, which is remembered as shown.
  ///
  /// - Throws: ``DeviceFailure`` of the code `notFound` if there is none of the name.
  public func reviewByName(_ typed: String) throws(DeviceFailure) -> FoundByName {
    do throws(DeviceFailure) {
      return .open(try review(typed))
    } catch {
      guard case .review(.decided) = error.cause else { throw error }
      let ended = try reading { transaction in
        try ReviewReader(transaction).ended(try ReviewName(typed))
      }
      guard let ended else { throw error }
      return .ended(ended)
    }
  }
}
