internal import AfterwitDocument
internal import AfterwitStore
internal import AfterwitText

extension ReviewReader {
  func overlap(_ key: ReviewKey) throws -> FoundReview {
    guard case .text(let field)? = try transaction.state(of: key.field)?.value else {
      throw StoreFailure.damaged("a text under review is missing")
    }
    var shelf = try StoreShelf(reading: transaction)
    let history = try shelf.history(of: key.field)
    var reviews = TextReviews(history.text)
    let open = reviews.parts(of: field.conflicts.map(TextReviews.Pair.init)).filter(\.isOpen)
    let shown = field.shown
    let parts = try open.enumerated().map { index, part in
      let sides = try part.sides.enumerated().map { number, side in
        try self.side(
          number + 1, indices: side.events.map { history.indices[$0] }, text: side.passage.text,
          region: side.passage.words, from: side.passage.region.lowerBound)
      }
      let place = shown.places.first { $0.hunks == part.hunks }
      return Review.Part(
        number: index + 1, sides: sides, base: part.base.text, current: shown.text,
        baseRegion: part.base.words, currentRegion: part.words,
        baseRegionStart: part.base.region.lowerBound,
        currentRegionStart: place?.shown.lowerBound ?? 0, together: part.woven,
        removedBy: part.removingSide.map { $0 + 1 }, isEdited: part.isEdited)
    }
    return FoundReview(
      review: review(key, parts), key: key.field, hunks: open.map(\.hunks), texts: open,
      text: shown)
  }
}

extension TextPart {
  /// The place of the one side that took all of the words away, where each other one has some.
  fileprivate var removingSide: Int? {
    func isBlank(_ words: String) -> Bool {
      words.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
    let removing = sides.indices.filter { isBlank(sides[$0].passage.words) }
    return removing.count == 1 && sides.count > 1 && !isBlank(base.words) ? removing[0] : nil
  }
}
