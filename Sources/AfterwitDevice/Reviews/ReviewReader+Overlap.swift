internal import AfterwitDocument
internal import AfterwitStore
internal import AfterwitText

extension ReviewReader {
  func overlap(_ key: ReviewKey, withTwins: Bool) throws -> FoundReview {
    guard case .text(let field)? = try transaction.state(of: key.field)?.value else {
      throw StoreFailure.damaged("a text under review is missing")
    }
    var shelf = try StoreShelf(reading: transaction)
    let history = try shelf.history(of: key.field)
    var reviews = TextReviews(history.text)
    let conflicts = field.conflicts.map(TextReviews.Pair.init)
    let open = reviews.parts(of: conflicts).filter { !$0.isHidden }
    let names = try transaction.deviceNames()
    let parts = try open.enumerated().map { index, part in
      let sides = try part.sides.enumerated().map { number, side in
        try self.side(
          number + 1, indices: side.events.map { history.indices[$0] }, text: side.passage.text,
          region: side.passage.words, from: side.passage.region.lowerBound, names: names)
      }
      return Review.Part(
        number: index + 1, sides: sides, base: part.base.text, current: part.current.text,
        baseRegion: part.base.words, currentRegion: part.current.words,
        baseRegionStart: part.base.region.lowerBound,
        currentRegionStart: part.current.region.lowerBound,
        isOfSidesAlone: part.isOfSidesAlone)
    }
    return FoundReview(
      review: review(key, parts), key: key.field, hunks: open.map(\.hunks), texts: open,
      twins: withTwins ? reviews.standingTwins(amid: conflicts) : [])
  }
}
