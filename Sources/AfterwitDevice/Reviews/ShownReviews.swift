internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitText
internal import AfterwitWire

// A person reads a review, thinks, and then types a decision about "part 2". Between the two
// another process may have synchronised: the part may have grown by an edit nobody has seen, or be
// decided elsewhere, and what is part 2 now may be another one. So the home remembers which hunks
// were behind each number, and which words stood there, when it was last shown. A decision is about
// these and no others.

/// The parts that a person was shown last, by review and number.
struct ShownReviews {
  /// The most reviews that are remembered.
  private static let limit = 256

  /// A part as it was shown.
  struct Part: Hashable {
    /// Its hunks.
    var hunks: [HunkID]
    /// The hash of the words that stood in the region.
    var words: [UInt8]
    /// The hash of the whole text that stood.
    var text: [UInt8]

    /// - Parameter context: what else a decision replaces, as a hash.
    init(_ part: Review.Part, hunks: [HunkID], in context: [UInt8]) {
      self.hunks = hunks
      words = Self.hash(part.currentRegion, in: context)
      text = Self.hash(part.current, in: context)
    }

    fileprivate init(hunks: [HunkID], words: [UInt8], text: [UInt8]) {
      self.hunks = hunks
      self.words = words
      self.text = text
    }

    private static func hash(_ words: String?, in context: [UInt8]) -> [UInt8] {
      Domain.review.hash(context, Array((words ?? "").utf8))
    }

    /// Whether a decision about the part as it was shown is one about the part as it is.
    ///
    /// - Parameter answer: what was decided; a whole text replaces what stands outside the region
    ///   too, so that must not have changed either.
    func stands(as now: Part, for answer: ReviewAnswer?) -> Bool {
      if case .text = answer, text != now.text { return false }
      return hunks == now.hunks && words == now.words
    }
  }

  private var parts: [ReviewID: [Int: Part]] = [:]

  init() {}

  /// Notes that a person knows of a review, and with `asShown` what they are shown of it now.
  mutating func note(_ found: FoundReview, asShown: Bool) {
    if parts[found.review.id] == nil, parts.count >= Self.limit {
      parts[parts.keys.min() ?? found.review.id] = nil
    }
    guard asShown else {
      parts[found.review.id] = parts[found.review.id] ?? [:]
      return
    }
    for (number, part) in zip(found.review.parts.map(\.number), found.shownParts) {
      parts[found.review.id, default: [:]][number] = part
    }
  }

  /// Takes what a person's own decision changed in an entry for shown: they know of it.
  ///
  /// - Parameters:
  ///   - before: the entry's open reviews before the decision.
  ///   - after: the same ones behind it. Only parts that still stood as shown go along.
  mutating func carry(_ before: [FoundReview], to after: [FoundReview]) {
    for review in before {
      guard let now = after.first(where: { $0.review.id == review.review.id }) else { continue }
      for (number, part) in parts(of: review.review.id) where review.shownParts.contains(part) {
        guard let left = now.shownParts.first(where: { $0.hunks == part.hunks }) else { continue }
        parts[review.review.id]?[number] = left
      }
    }
  }

  /// The reviews that were shown.
  var reviews: [ReviewID] { parts.keys.sorted() }

  /// Whether a review was shown whose id begins so.
  func isKnown(withPrefix prefix: String) -> Bool {
    reviews.contains { $0.text.hasPrefix(prefix) }
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

extension ShownReviews.Part {
  fileprivate init(decoding cursor: inout ByteCursor) throws {
    let words = Array(try cursor.readBytes(EnvelopeID.byteCount))
    let text = Array(try cursor.readBytes(EnvelopeID.byteCount))
    var hunks: [HunkID] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      hunks.append(try HunkID(decoding: &cursor))
    }
    self.init(hunks: hunks, words: words, text: text)
  }
}
