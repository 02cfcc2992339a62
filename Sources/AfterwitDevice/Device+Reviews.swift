public import AfterwitEncoding

extension Device {
  /// The open reviews, those of the entries touched last first.
  public func reviews() throws(DeviceFailure) -> [Review] {
    []
  }

  /// The open review that a person means by `R` or `R.PART`; only that part where one is named.
  ///
  /// What is given is remembered as shown: ``resolve(_:with:)`` refuses once it has changed.
  /// - Throws: ``DeviceFailure`` of the code `notFound` where no open review is meant, and of the
  ///   code `usage` where the review has no such part.
  public func review(_ typed: String) throws(DeviceFailure) -> Review {
    throw DeviceFailure(.notFound, "", safe: "", next: "")
  }

  /// Records a decision about all open parts of a review, or about one.
  ///
  /// - Throws: ``DeviceFailure`` of the code `usage` where the answer cannot be meant, of the code
  ///   `notFound` where nothing open is meant, of the code `failed` where what was shown has changed.
  public func resolve(_ typed: String, with answer: ReviewAnswer) throws(DeviceFailure) {
  }

  /// Opens what stands in a review of a text for editing; ``commit(_:)`` records the decision.
  public func openDraft(review typed: String) throws(DeviceFailure) -> Draft {
    throw DeviceFailure(.notFound, "", safe: "", next: "")
  }

  /// How many parts of reviews are open, in all or in one entry.
  public func openReviewCount(in entry: EntryID? = nil) throws(DeviceFailure) -> Int {
    0
  }
}
