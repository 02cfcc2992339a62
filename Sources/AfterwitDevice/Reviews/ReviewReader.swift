internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

/// Reads the open reviews in one transaction.
struct ReviewReader {
  let transaction: Transaction
  let writers: Writers
  let memory: PastMemory

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    memory = try PastMemory(transaction)
    writers = try Writers(transaction)
  }

  /// The open reviews of all entries; those of the entry touched last come first.
  func reviews() throws -> [FoundReview] {
    try transaction.entriesUnderReview().flatMap { try reviews(of: $0) }
  }

  /// The open reviews of an entry, by field and kind.
  func reviews(of entry: EntryID) throws -> [FoundReview] {
    try keys(of: entry).map { key, hunks in try found(key, hunks: hunks) }
  }

  /// The open review that a person means by `R` or `R.PART`, as it is now.
  func review(_ typed: String) throws -> FoundReview {
    let name = try ReviewName(typed)
    let (key, hunks) = try key(of: name)
    let found = try found(key, hunks: hunks)
    return try found.only(name)
  }

  /// The open review that a person decides, with the parts that this home has shown.
  /// - Throws: ``DeviceFailure`` if a part that is meant has changed since, or was decided
  ///   meanwhile.
  func reviewAsShown(_ typed: String, for answer: ReviewAnswer? = nil) throws -> FoundReview {
    let name = try ReviewName(toDecide: typed)
    let (key, hunks) = try key(of: name)
    let found = try found(key, hunks: hunks, tellsPast: answer == .base)
    let shown = try transaction.shownReviews().parts(of: found.review.id)
    guard !shown.isEmpty else { return try found.only(name) }
    guard let number = name.part else {
      let isAsShown = found.shownParts.allSatisfy { part in
        shown.values.contains { $0.isStill(part, for: answer) }
      }
      guard isAsShown else { throw DeviceFailure.review(.changed(name.typed)) }
      return found
    }
    guard let meant = shown[number] else { return try found.only(name) }
    if let index = found.shownParts.firstIndex(where: { meant.isStill($0, for: answer) }) {
      return found.only([index])
    }
    let goesOn = found.hunks.contains { !Set($0).isDisjoint(with: meant.hunks) }
    throw goesOn
      ? DeviceFailure.review(.changed(name.typed)) : DeviceFailure.review(.decided(name.typed))
  }

  /// The id of the review of each open part of an entry.
  func openIDs(of entry: EntryID) throws -> [ReviewID] {
    try keys(of: entry).flatMap { key, hunks in hunks.map { _ in key.id } }
  }

  /// What is under review in an entry, and the hunks of its parts.
  private func keys(of entry: EntryID) throws -> [(key: ReviewKey, hunks: [[HunkID]])] {
    try transaction.view(of: entry)?.openReviews ?? []
  }

  /// What the open review is about whose id begins with the name's characters.
  private func key(of name: ReviewName) throws -> (ReviewKey, [[HunkID]]) {
    guard let range = ReviewID.range(ofTextPrefix: name.prefix) else {
      throw DeviceFailure.review(.absent(name.typed))
    }
    // An entry is there once for each of its reviews.
    var known: Set<EntryID> = []
    let found = try transaction.storedViews(
      facet: Facet.review, in: range.lowerBound.text...range.upperBound.text
    )
    .map { try EntryView($0) }.filter { known.insert($0.id).inserted }
    .flatMap { $0.openReviews.filter { range.contains($0.key.id) } }
    guard let first = found.first else {
      throw try ended(name) == nil
        ? DeviceFailure.review(.absent(name.typed)) : DeviceFailure.review(.decided(name.typed))
    }
    guard found.count == 1 else {
      throw DeviceFailure.review(.ambiguous(name.typed, among: found.map(\.key.id)))
    }
    return first
  }

  /// - Parameter tellsPast: whether it is told what was before, which whoever takes a side has no need
  ///   of.
  func found(
    _ key: ReviewKey, hunks: [[HunkID]], tellsPast: Bool = true
  ) throws -> FoundReview {
    switch key.kind {
    case .overlap: try overlap(key)
    case .value: try value(key, hunks: hunks, tellsPast: tellsPast)
    case .deletion: try deletion(key, hunks: hunks, tellsPast: tellsPast)
    }
  }

  func review(_ key: ReviewKey, _ parts: [Review.Part]) -> Review {
    Review(
      id: key.id, kind: Review.Kind(key.kind), entry: key.field.entry,
      element: key.field.element, field: key.field.field.name.string,
      parts: parts)
  }
}

extension ReviewReader {
  /// A side that the changes of these indices wrote; the first of them gives its device and time.
  func side(
    _ number: Int, indices: [Int], text: String?, region: String?, from start: Int = 0,
    editedFields: [String] = []
  ) throws -> Review.Side {
    Review.Side(
      number: number, writers: try transaction.writers(of: indices, by: writers), text: text,
      region: region, regionStart: start, editedFields: editedFields)
  }
}
