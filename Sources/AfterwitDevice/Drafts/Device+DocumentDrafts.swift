internal import AfterwitEncoding
internal import AfterwitJournal

extension Device {
  /// Writes a document to a file of its own.
  ///
  /// A draft that shows the same and that nobody has changed may be what a window still shows, so it is
  /// opened again.
  /// - Parameter text: what the file holds; `nil` for what is shown.
  public func makeDraft(
    of opened: OpenedDocument, text: String? = nil
  ) throws(DeviceFailure) -> DocumentDraft {
    home.sweepDrafts()
    let origin = DraftOrigin(
      milliseconds: environment.nowMilliseconds(), content: .document(opened))
    let label = opened.isNew ? "new-\(opened.kind.rawValue)" : opened.entry.shortText
    let file = try DeviceFailure.naming {
      if text == nil, let left = untouchedDraft(of: opened) {
        return try DraftFile(renewing: left, as: origin)
      }
      return try DraftFile(
        in: home.drafts, name: environment.draftName(label),
        text: Array((text ?? opened.shown).utf8), origin: origin)
    }
    return DocumentDraft(opened, in: file)
  }

  /// Writes a document to a file of its own, with words that are only proposed.
  public func makeDraft(
    of opened: OpenedDocument, proposing text: String
  ) throws(DeviceFailure) -> DocumentDraft {
    let draft = try makeDraft(of: opened, text: text)
    return DocumentDraft(opened, in: draft.file, isProposal: true)
  }

  /// A draft of the same entry that shows the same, is used by nobody, and was left as it was opened.
  private func untouchedDraft(of opened: OpenedDocument) -> DraftFile? {
    guard !opened.isNew else { return nil }
    for place in home.draftPlaces() {
      guard case .document(let left)? = DraftOrigin(at: place.sidecar)?.content,
        left.entry == opened.entry, left.shown.utf8.elementsEqual(opened.shown.utf8),
        let file = DraftFile(takingOver: place), file.bytes() == Array(opened.shown.utf8)
      else { continue }
      return file
    }
    return nil
  }
}
