internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore

// A person reads a review, thinks, and then types a decision about "part 2". Between the two
// another process may have synchronised: the part may have grown by an edit nobody has seen, or be
// decided elsewhere, and what is part 2 now may be another one. So the home remembers which hunks
// were behind each number when it was last shown. A decision is about these and no others.

/// The parts that a person was shown last, by review and number.
struct ShownReviews {
  /// The most reviews that are remembered.
  private static let limit = 256

  private var hunks: [ReviewID: [Int: [HunkID]]] = [:]

  init() {}

  /// Notes what a person is shown now.
  mutating func note(_ found: FoundReview) {
    if hunks.count >= Self.limit { hunks = [:] }
    for (part, names) in zip(found.review.parts, found.hunks) {
      hunks[found.review.id, default: [:]][part.number] = names
    }
  }

  /// The reviews that were shown.
  var reviews: [ReviewID] { hunks.keys.sorted() }

  /// The hunks of a part as it was shown, or `nil` where it never was.
  func hunks(of review: ReviewID, part: Int) -> [HunkID]? {
    hunks[review]?[part]
  }

  /// The numbers under which parts of a review were shown, ascending.
  func parts(of review: ReviewID) -> [Int] {
    (hunks[review] ?? [:]).keys.sorted()
  }

  /// The bytes the store keeps.
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    for (review, parts) in hunks.sorted(by: { $0.key < $1.key }) {
      for (number, names) in parts.sorted(by: { $0.key < $1.key }) {
        builder.append(contentsOf: review.bytes)
        builder.append(count: number)
        builder.append(count: names.count)
        for name in names { name.encode(into: &builder) }
      }
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  init(decoding bytes: [UInt8]) throws {
    var cursor = ByteCursor(bytes)
    while !cursor.isAtEnd {
      guard let review = ReviewID(try cursor.readBytes(ReviewID.byteCount)) else { return }
      let number = try cursor.readCount(limit: Int(Int32.max))
      var names: [HunkID] = []
      for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
        names.append(try HunkID(decoding: &cursor))
      }
      hunks[review, default: [:]][number] = names
    }
  }
}

extension Transaction {
  /// The parts that a person was shown last.
  func shownReviews() throws -> ShownReviews {
    try property(.shownReviews).map { try ShownReviews(decoding: $0) } ?? ShownReviews()
  }
}
