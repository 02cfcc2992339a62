internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

// Nothing is kept of a review that has ended. Its id is the hash of what it was about, so whoever asks
// for it by its name is answered by going through all fields there are, and its end is read from the
// changes. That is asked rarely, and costs as much as reading every name once.

extension ReviewReader {
  /// The review of a name that has ended; `nil` where there was none, or where several may be meant.
  func ended(_ name: ReviewName) throws -> EndedReview? {
    guard TypedPrefix.isEnough(name.prefix), let range = ReviewID.range(ofTextPrefix: name.prefix)
    else { return nil }
    var found: [EndedReview] = []
    for key in try transaction.fieldKeys() {
      guard let kind = ReviewKind(ofFamily: key.field.family) else { continue }
      let review = ReviewKey(field: key, kind: kind)
      guard range.contains(review.id), let ended = try ended(review) else { continue }
      found.append(ended)
    }
    return found.count == 1 ? found[0] : nil
  }

  private func ended(_ key: ReviewKey) throws -> EndedReview? {
    switch key.kind {
    case .overlap: try endedOverlap(key)
    case .value: try endedValue(key)
    case .deletion: try endedDeletion(key)
    }
  }

  /// A review that a change ended.
  ///
  /// - Parameter answers: what answered each part, where that is not told by what stands in it.
  func ended(
    _ key: ReviewKey, _ parts: [Review.Part], by change: Int?, _ end: EndedReview.End,
    answers: [ReviewAnswer?]? = nil, now: String?
  ) throws -> EndedReview {
    let review = review(key, parts)
    let chosen = end == .decided ? review.answersThatStand : parts.map { _ in nil }
    return EndedReview(
      review: review, end: end, answers: answers ?? chosen,
      writer: try change.flatMap { try transaction.writers(of: [$0], by: writers).first },
      now: now,
      isRemoved: try isHidden(key.field))
  }

  /// Whether the entry of a field, or the element that it is of, is out of sight.
  private func isHidden(_ key: FieldKey) throws -> Bool {
    try transaction.presence(of: key.entry)?.isHidden == true
      || transaction.presence(of: key.entry, key.element)?.isHidden == true
  }

  /// The change that took the entry of a field, or the element that it is of, out of sight.
  func removal(of key: FieldKey) throws -> Int? {
    try transaction.presence(of: key.entry)?.hiding.max()
      ?? transaction.presence(of: key.entry, key.element)?.hiding.max()
  }
}

extension ReviewKind {
  /// What may meet in a field of a family; `nil` for a family in which nothing does.
  fileprivate init?(ofFamily family: FieldFamily?) {
    switch family {
    case .text: self = .overlap
    case .register: self = .value
    case .presence: self = .deletion
    case .set, .counter, .list, .log, .undo, nil: return nil
    }
  }
}
