internal import AfterwitDocument
internal import AfterwitText

/// An open review, with what a decision about it needs.
struct FoundReview {
  /// What a person sees.
  var review: Review
  /// The field.
  let key: FieldKey
  /// The hunks of each part.
  var hunks: [[HunkID]]
  /// The parts of a text; none for a value or a deletion.
  var texts: [TextPart] = []
  /// The present text.
  var text = ShownText("")
  /// The hash of what a decision replaces besides the words of its part: the whole entry, if it may
  /// be deleted.
  var context: [UInt8] = []

  /// The parts as a person would be shown them now.
  var shownParts: [ShownReviews.Part] {
    zip(review.parts, hunks).map { part, hunks in
      ShownReviews.Part(part, hunks: hunks, in: context)
    }
  }

  /// The present text, with the parts that an edit of it decides.
  var shown: ShownText {
    ShownText(text.text, places: text.places, answers: texts.map(\.hunks))
  }
}

extension FoundReview {
  /// The review with only the part that a person names, or with all if none is named.
  func only(_ name: ReviewName) throws -> FoundReview {
    guard let part = name.part else { return self }
    guard let index = review.parts.firstIndex(where: { $0.number == part }) else {
      throw DeviceFailure.review(.noPart(name.typed))
    }
    return only([index])
  }

  /// The review with only some of its parts, which keep their numbers.
  func only(_ indices: [Int]) -> FoundReview {
    var found = self
    found.review = Review(
      id: review.id, kind: review.kind, entry: review.entry, element: review.element,
      field: review.field,
      parts: indices.map { review.parts[$0] })
    found.hunks = indices.map { hunks[$0] }
    found.texts = indices.filter { $0 < texts.count }.map { texts[$0] }
    return found
  }
}
