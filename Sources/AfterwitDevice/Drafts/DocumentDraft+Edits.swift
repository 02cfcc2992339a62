internal import AfterwitJournal

extension DocumentDraft {
  /// What its text does to the entry.
  func edits(
    in text: String, seenFrom standpoint: Standpoint
  ) throws(DeviceFailure) -> DocumentEdits {
    do throws(DocumentMisfit) {
      return try opened.basis.edits(from: opened.shown, to: text, seenFrom: standpoint)
    } catch {
      throw .document(error)
    }
  }
}
