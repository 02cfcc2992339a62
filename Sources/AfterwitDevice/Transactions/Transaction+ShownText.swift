internal import AfterwitDocument
internal import AfterwitStore
internal import AfterwitText

extension Transaction {
  /// A text as it is shown to a person, with the copies that stand in it while it is under review.
  ///
  /// - Parameter state: the state of its field, as it is now.
  func shownText(of key: FieldKey, in state: FieldState?) throws -> ShownText {
    guard case .text(let field)? = state?.value else { return ShownText("") }
    guard !field.conflicts.isEmpty else { return ShownText(field.text) }
    var shelf = try StoreShelf(reading: self)
    var reviews = TextReviews(try shelf.history(of: key).text)
    return ShownText(
      field.text,
      twins: reviews.standingTwins(amid: field.conflicts.map(TextReviews.Pair.init)))
  }
}
