internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

extension FoundReview {
  /// What recovering the text of a decision does: it decides the same about the text at a version.
  func draft(of answer: ReviewAnswer, on version: [EnvelopeID]) -> DraftOrigin.Content? {
    guard case .text(let text) = answer else { return nil }
    switch review.kind {
    case .overlap:
      return .opened(key, version: version, shown: shown, notes: [])
    case .value:
      let edit = FieldEdit.set(field: review.field, value: text)
      let element = key.element.map { ElementKey(entry: key.entry, element: $0) }
      return .refused(
        EditRequest(element.map { .editElement($0) } ?? .edit(key.entry), [edit]), place: 0)
    case .deletion: return nil
    }
  }
}
