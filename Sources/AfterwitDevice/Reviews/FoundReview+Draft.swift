internal import AfterwitEncoding
internal import AfterwitJournal

extension FoundReview {
  /// What recovering the text of a decision does: it decides the same about the text at a version.
  func draft(of answer: ReviewAnswer, on version: [EnvelopeID]) -> DraftOrigin.Content? {
    guard case .text(let text) = answer else { return nil }
    switch review.kind {
    case .overlap:
      return .opened(
        entry: review.entry, field: review.field, version: version, shown: shown)
    case .value:
      let edit = FieldEdit.set(field: review.field, value: text)
      return .refused(EditRequest(.edit(review.entry), [edit]), place: 0)
    case .deletion: return nil
    }
  }
}
