internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

// A document is one change, made on the version that was shown, as an edit of one field is (see
// `Device+EditorEdits`). Its draft is deleted only after the commit has returned.
extension Device {
  /// Records what a document says in one change, and removes its draft.
  ///
  /// - Returns: What the edit met; it is no change where nothing was touched.
  @discardableResult
  public func commit(_ draft: DocumentDraft) throws(DeviceFailure) -> EditOutcome {
    try commit(draft, saidAt: environment.nowMilliseconds())
  }

  /// Records what a document says that was written at some time, in milliseconds since 1970.
  func commit(_ draft: DocumentDraft, saidAt said: UInt64) throws(DeviceFailure) -> EditOutcome {
    let standpoint = environment.standpoint(at: said)
    let outcome: EditOutcome
    do throws(DeviceFailure) {
      let text = try draft.text()
      let edits = try draft.edits(in: text, seenFrom: standpoint)
      var written = try write(draft.opened, edits, seenFrom: standpoint) { transaction in
        try transaction.note(text, ofDocument: draft.name)
      }
      if !edits.notes.isEmpty { written.aside = keepNotes(edits.notes) ?? draft.path }
      outcome = written
    } catch {
      throw .keeping(draft.keptWords, after: error)
    }
    if outcome.aside != draft.path { draft.file.discard() }
    return outcome
  }

  /// Keeps what was written where all is only for reading, as a draft of its own; returns its path, or
  /// `nil` where no place takes it.
  func keepNotes(_ notes: [String]) -> String? {
    let words = Array(notes.map { $0 + "\n" }.joined().utf8)
    guard case .inNewDraft(let path, _) = kept(words, as: nil) else { return nil }
    return path
  }

  /// Records the edits of a document.
  ///
  /// - Parameter note: remembers, in the same transaction, that they are recorded.
  private func write(
    _ document: OpenedDocument, _ edits: DocumentEdits, seenFrom standpoint: Standpoint,
    note: (Transaction) throws -> Void
  ) throws(DeviceFailure) -> EditOutcome {
    let added = edits.lists.map { list in
      list.added.map { _ in
        var random = environment.random
        return ElementID(from: &random)
      }
    }
    return try writing { transaction in
      var plan = DocumentPlan(
        document: document, edits: edits, added: added, standpoint: standpoint)
      let blocks = try plan.blocks(transaction)
      var outcome = EditOutcome(entry: document.entry, isChange: !blocks.isEmpty)
      outcome.understood = plan.understood
      guard outcome.isChange else { return outcome }
      let watch = document.isNew ? nil : try ReviewWatch(document.entry, transaction)
      if let version = document.version {
        outcome.met = try plan.met(blocks, since: version, transaction)
      }
      let author = try Author(environment: environment, transaction: transaction)
      let change = try author.record(
        blocks, on: try document.version ?? transaction.frontierIDs())
      try transaction.setProperty(.lastEntry, to: document.entry.bytes)
      try note(transaction)
      try watch?.tell(&outcome, of: change, transaction)
      return outcome
    }
  }
}
