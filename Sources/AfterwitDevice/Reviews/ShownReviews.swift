internal import AfterwitEncoding
internal import AfterwitText
internal import AfterwitWire

// A person reads a review, thinks, and then types a decision about "part 2". Meanwhile another
// process may have synchronised. The part may have grown by an edit that nobody has seen, or have
// been decided elsewhere, and another part may be part 2 now. So the home remembers for each number
// which hunks and which words were shown last. A decision is about these and no others.

/// The parts of reviews as a person was shown them last, by review and number.
struct ShownReviews {
  /// The most reviews that are remembered.
  private static let limit = 256

  /// A part as it was shown.
  struct Part: Hashable {
    /// Its hunks.
    var hunks: [HunkID]
    /// The hash of the words in the region.
    var words: [UInt8]
    /// The hash of the whole text.
    var text: [UInt8]

    /// - Parameter context: the hash of what else a decision replaces.
    init(_ part: Review.Part, hunks: [HunkID], in context: [UInt8]) {
      self.hunks = hunks
      words = Self.hash(part.currentRegion, in: context)
      text = Self.hash(part.current, in: context)
    }

    init(hunks: [HunkID], words: [UInt8], text: [UInt8]) {
      self.hunks = hunks
      self.words = words
      self.text = text
    }

    private static func hash(_ words: String?, in context: [UInt8]) -> [UInt8] {
      Domain.review.hash(context, Array((words ?? "").utf8))
    }

    /// Whether a decision about the part as it was shown holds for the part as it is now.
    ///
    /// - Parameter answer: what was decided. A whole text also replaces the words outside the
    ///   region, so these must not have changed either.
    func isStill(_ now: Part, for answer: ReviewAnswer?) -> Bool {
      if case .text = answer, text != now.text { return false }
      return hunks == now.hunks && words == now.words
    }
  }

  private var parts: [ReviewID: [Int: Part]] = [:]

  init() {}

  /// Notes that a person is shown the parts of a review now.
  mutating func note(_ found: FoundReview) {
    if parts[found.review.id] == nil, parts.count >= Self.limit {
      parts[parts.keys.min() ?? found.review.id] = nil
    }
    for (number, part) in zip(found.review.parts.map(\.number), found.shownParts) {
      parts[found.review.id, default: [:]][number] = part
    }
  }

  /// Counts as shown what a person's own decision has changed in an entry, for they know of it.
  ///
  /// - Parameters:
  ///   - before: the entry's open reviews before the decision.
  ///   - after: its open reviews after the decision. Only parts that were still as shown count.
  mutating func carry(_ before: [FoundReview], to after: [FoundReview]) {
    for review in before {
      guard let now = after.first(where: { $0.review.id == review.review.id }) else { continue }
      for (number, part) in parts(of: review.review.id) where review.shownParts.contains(part) {
        guard let left = now.shownParts.first(where: { $0.hunks == part.hunks }) else { continue }
        parts[review.review.id]?[number] = left
      }
    }
  }

  /// The parts of a review as they were shown, by number.
  func parts(of review: ReviewID) -> [Int: Part] {
    parts[review] ?? [:]
  }

  /// The bytes the store keeps.
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    for (review, numbered) in parts.sorted(by: { $0.key < $1.key }) {
      builder.append(contentsOf: review.bytes)
      builder.append(count: numbered.count)
      for (number, part) in numbered.sorted(by: { $0.key < $1.key }) {
        builder.append(count: number)
        builder.append(contentsOf: part.words)
        builder.append(contentsOf: part.text)
        builder.append(count: part.hunks.count)
        for hunk in part.hunks { hunk.encode(into: &builder) }
      }
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  init(decoding bytes: [UInt8]) throws {
    var cursor = ByteCursor(bytes)
    while !cursor.isAtEnd {
      guard let review = ReviewID(try cursor.readBytes(ReviewID.byteCount)) else { return }
      var numbered: [Int: Part] = [:]
      for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
        let number = try cursor.readCount(limit: Int(Int32.max))
        numbered[number] = try Part(decoding: &cursor)
      }
      parts[review] = numbered
    }
  }
}
