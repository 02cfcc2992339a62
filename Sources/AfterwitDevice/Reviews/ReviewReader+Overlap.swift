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
    let names = try transaction.deviceNames()
    let parts = try open.enumerated().map { index, part in
      let sides = try part.sides.enumerated().map { number, side in
        try self.side(
          number + 1, indices: side.events.map { history.indices[$0] }, text: side.passage.text,
          region: side.passage.words, from: side.passage.region.lowerBound, names: names)
      }
      let place = shown.places.first { $0.hunks == part.hunks }
      return Review.Part(
        number: index + 1, sides: sides, base: part.base.text, current: shown.text,
        baseRegion: part.base.words, currentRegion: part.words,
        baseRegionStart: part.base.region.lowerBound,
        currentRegionStart: place?.shown.lowerBound ?? 0, together: part.woven,
        isEdited: part.isEdited)
    }
    return FoundReview(
      review: review(key, parts), key: key.field, hunks: open.map(\.hunks), texts: open,
      text: shown)
  }
}
