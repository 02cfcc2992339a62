internal import AfterwitJournal

extension OpenedDocument {
  /// The text of the document with answers below their headings.
  ///
  /// - Parameter answers: each the field or list, and the lines; for a list or set, each line is an item.
  public func text(answering answers: [(field: String, lines: [String])]) -> String {
    guard var document = try? EntryDocument(reading: shown, of: kind) else { return shown }
    for answer in answers { document.answer(answer.field, with: answer.lines) }
    return document.text
  }
}
