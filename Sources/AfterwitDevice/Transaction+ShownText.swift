internal import AfterwitDocument
internal import AfterwitStore

extension Transaction {
  /// A text as a person is shown it, with the copies that stand where it is under review.
  func shownText(of key: FieldKey) throws -> ShownText {
    guard case .text(let field)? = try state(of: key)?.value else { return ShownText("") }
    guard !field.conflicts.isEmpty else { return ShownText(field.text) }
    var shelf = try StoreShelf(reading: self)
    var reviews = TextReviews(try shelf.history(of: key).text)
    return ShownText(
      field.text,
      twins: reviews.standingTwins(amid: field.conflicts.map(TextReviews.Pair.init)))
  }
}
