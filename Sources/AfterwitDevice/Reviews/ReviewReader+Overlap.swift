internal import AfterwitDocument
internal import AfterwitStore
internal import AfterwitText

extension ReviewReader {
  func overlap(_ key: ReviewKey) throws -> FoundReview {
    guard case .text(let field)? = try transaction.state(of: key.field)?.value else {
      throw StoreFailure.damaged("a text under review is missing")
    }
    let history = try memory.shelf.history(of: key.field)
    var reviews = TextReviews(history.text)
    let open = reviews.parts(of: field.conflicts.hunks).filter(\.isOpen)
    let shown = field.shown
    let parts = try open.enumerated().map { index, part in
      let place = shown.places.first { $0.hunks == part.hunks }
      return try self.part(
        part, number: index + 1, of: history.indices, current: shown.text,
        region: part.words, from: place?.shown.lowerBound ?? 0)
    }
    return FoundReview(
      review: review(key, parts), key: key.field, hunks: open.map(\.hunks), texts: open,
      text: shown)
  }

  /// What asks about one place of a text.
  ///
  /// - Parameters:
  ///   - indices: the change of each event that the sides name.
  ///   - current: the whole text that stands; `region` are the words of the place in it, and `start` is
  ///     where they begin.
  func part(
    _ part: TextPart, number: Int, of indices: [Int], current: String, region: String,
    from start: Int
  ) throws -> Review.Part {
    let sides = try part.sides.enumerated().map { number, side in
      try self.side(
        number + 1, indices: side.events.map { indices[$0] }, text: side.passage.text,
        region: side.passage.words, from: side.passage.region.lowerBound)
    }
    return Review.Part(
      number: number, sides: sides, base: part.base.text, current: current,
      baseRegion: part.base.words, currentRegion: region,
      baseRegionStart: part.base.region.lowerBound, currentRegionStart: start,
      together: part.woven, removedBy: part.removingSide.map { $0 + 1 }, isEdited: part.isEdited)
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
