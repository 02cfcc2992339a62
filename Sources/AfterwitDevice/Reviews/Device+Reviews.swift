internal import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// The open reviews; those of the entry touched last come first.
  ///
  /// - Parameter asShown: whether a person is shown their words now. ``resolve(_:with:)`` refuses
  ///   if these change.
  public func reviews(asShown: Bool = true) throws(DeviceFailure) -> [Review] {
    let found = try reading { transaction in try ReviewReader(transaction).reviews() }
    if asShown { remember(found) }
    return found.map(\.review)
  }

  /// The open reviews of an entry; none counts as shown by this.
  public func reviews(in entry: EntryID) throws(DeviceFailure) -> [Review] {
    try reading { transaction in
      try ReviewReader(transaction).reviews(of: entry).map(\.review)
    }
  }

  /// The open review that a person means by `R` or `R.PART`; only that part if one is named.
  ///
  /// It is remembered as shown: ``resolve(_:with:)`` refuses if it changes.
  /// - Throws: ``DeviceFailure`` of the code `notFound` if no open review or part is meant.
  public func review(_ typed: String) throws(DeviceFailure) -> Review {
    let found = try reading { transaction in
      try ReviewReader(transaction).review(typed)
    }
    remember([found])
    return found.review
  }

  /// Refuses the name of a review that cannot be decided as it was shown, whatever text is awaited.
  public func checkDecision(_ typed: String) throws(DeviceFailure) {
    _ = try reading { transaction in try ReviewReader(transaction).reviewAsShown(typed) }
  }

  /// Keeps what has come of an awaited text that was to decide a review, as it came.
  public func keep(_ bytes: [UInt8], deciding typed: String) -> KeptWords {
    let content = try? reading { transaction in
      try ReviewReader(transaction).reviewAsShown(typed)
        .draft(of: .text(""), on: try transaction.frontierIDs())
    }
    return kept(bytes, as: content ?? nil)
  }

  /// Records a decision about all open parts of a review, or about one.
  ///
  /// - Parameters:
  ///   - replacingEdits: whether the answer also takes away what was written over the sides by
  ///     somebody who had seen them.
  ///   - isAwaited: whether the text of the answer came through stdin.
  /// - Returns: What stands now where it was decided.
  /// - Throws: ``DeviceFailure`` of the code `usage` if the answer cannot be meant, `notFound` if
  ///   nothing open is meant, and `failed` if what was shown has changed. A text that was given is
  ///   then kept, like that of an edit.
  @discardableResult
  public func resolve(
    _ typed: String, with answer: ReviewAnswer, replacingEdits: Bool = false,
    isAwaited: Bool = false
  ) throws(DeviceFailure) -> DecisionOutcome {
    return try keeping(answer.text, isAwaited: isAwaited) { content in
      try store.write { transaction in
        let reader = try ReviewReader(transaction)
        let found = try reader.reviewAsShown(typed, for: answer)
        content = found.draft(of: answer, on: try transaction.frontierIDs())
        let decision = ReviewDecision(
          found, answer: answer, replacesEdits: replacingEdits,
          definition: try transaction.definition(of: found.key),
          standpoint: environment.standpoint(at: environment.nowMilliseconds()))
        let blocks = try decision.blocks()
        let reads = try decision.reads()
        // Only what stays open beside the decided parts may have been altered by the decision.
        let isMore = try transaction.view(of: found.review.entry).map {
          $0.openPartCount > found.review.parts.count
        }
        let before = isMore == true ? try reader.reviews(of: found.review.entry) : []
        try Author(environment: environment, transaction: transaction)
          .record(blocks, on: try transaction.frontierIDs())
        if !before.isEmpty {
          var known = try transaction.shownReviews()
          let after = try ReviewReader(transaction).reviews(of: found.review.entry)
          known.carry(before, to: after)
          try transaction.setProperty(.shownReviews, to: known.bytes)
        }
        try transaction.setProperty(.lastEntry, to: found.review.entry.bytes)
        let isRemoved =
          try transaction.presence(of: found.key.entry, found.key.element)?.isHidden ?? false
        return DecisionOutcome(
          subject: found.review.subject, kind: found.review.kind, field: found.review.place,
          reads: reads, isRemoved: isRemoved)
      }
    }
  }

  /// Opens the present text under a review for editing; ``commit(_:)`` records the decision.
  /// - Throws: ``DeviceFailure`` of the code `usage` if the review is not one of a text.
  ///
  /// - Parameter notes: what stands below the text, only for reading, of the review that is decided.
  public func openDraft(
    review typed: String, notes: (Review) -> [String] = { _ in [] }
  ) throws(DeviceFailure) -> Draft {
    let (found, version) = try reading { transaction in
      let reader = try ReviewReader(transaction)
      return (try reader.reviewAsShown(typed), try transaction.frontierIDs())
    }
    let review = found.review
    guard review.kind == .overlap else {
      throw .review(.notOfText(typed))
    }
    return try makeDraft(
      of: found.key, shown: found.shown, version: version, notes: notes(review))
  }

  /// The ids of the open reviews of an entry, one for each open part; none counts as shown by this.
  public func openReviewIDs(in entry: EntryID) throws(DeviceFailure) -> [ReviewID] {
    try reading { transaction in
      try ReviewReader(transaction).openIDs(of: entry)
    }
  }

  /// How many parts of reviews are open, in all entries or in one.
  public func openReviewCount(in entry: EntryID? = nil) throws(DeviceFailure) -> Int {
    try reading { transaction in
      guard let entry else { return try transaction.reviewCount() }
      return try transaction.view(of: entry)?.openPartCount ?? 0
    }
  }

  /// Remembers what a person was shown.
  ///
  /// A home that cannot be written to can still be read.
  private func remember(_ reviews: [FoundReview]) {
    guard !reviews.isEmpty else { return }
    try? store.write { transaction in
      var known = try transaction.shownReviews()
      for found in reviews { known.note(found) }
      try transaction.setProperty(.shownReviews, to: known.bytes)
    }
  }
}
