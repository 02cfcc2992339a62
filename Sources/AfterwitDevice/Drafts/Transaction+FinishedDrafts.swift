internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension Transaction {
  /// The drafts that went last.
  func finishedDrafts() throws -> FinishedDrafts {
    try property(.finishedDrafts).map { try FinishedDrafts(decoding: $0) } ?? FinishedDrafts()
  }

  /// Remembers that a draft became a change; not where other words than those of the change were
  /// shown in it, or lines that are only for reading, for these are not known any more.
  func note(_ draft: Draft, became change: EnvelopeID) throws {
    guard draft.basis.places.isEmpty, draft.notes.isEmpty else { return }
    var finished = try finishedDrafts()
    finished.note(
      FinishedDrafts.Draft(name: draft.name, key: draft.key, change: change))
    try setProperty(.finishedDrafts, to: finished.bytes)
  }
}
