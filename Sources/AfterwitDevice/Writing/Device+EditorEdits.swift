internal import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

// An editor may stay open for hours while other processes of this home write and sync. The draft
// therefore remembers the version that was shown, and its edit is made on that version: it merges
// with what came meanwhile just like an edit of another device. The draft survives the end of every
// process that knew of it (see `DraftOrigin`), and is deleted only after the commit has returned.
extension Device {
  /// Writes a text to a file of its own, for an editor.
  ///
  /// - Parameter field: the text field; `nil` for the main text.
  public func openDraft(_ subject: Subject, field: String?) throws(DeviceFailure) -> Draft {
    let (key, shown, version) = try reading { transaction in
      let owner = try transaction.owner(subject)
      let name = field ?? owner.mainField.name.string
      guard let field = owner.field(named: name)?.name, field.family == .text else {
        throw DeviceFailure.draft(.noLongText(field: name, of: owner))
      }
      let key = FieldKey(entry: subject.entry, element: subject.element, field: field)
      let state = try transaction.state(of: key)
      try state?.requireUnderstood(field)
      return (
        key, state?.shownText ?? ShownText(""), try transaction.frontierIDs()
      )
    }
    return try makeDraft(of: key, shown: shown, version: version)
  }

  /// Writes a text of an entry to a file of its own, for an editor.
  public func openDraft(_ id: EntryID, field: String?) throws(DeviceFailure) -> Draft {
    try openDraft(.entry(id), field: field)
  }

  /// Records the text in the draft's file as an edit made on the version that was shown.
  ///
  /// - Returns: What the edit met; it is no change if the text is the one that was shown.
  @discardableResult
  public func commit(_ draft: Draft) throws(DeviceFailure) -> EditOutcome {
    let difference = try draft.difference()
    let notes = try draft.writtenNotes()
    var outcome = EditOutcome(of: draft, isChange: !difference.isEmpty)
    if !difference.isEmpty {
      let key = draft.key
      do throws(DeviceFailure) {
        outcome = try writing { transaction in
          let state = try transaction.state(of: key)
          try state?.requireUnderstood(key.field)
          let watch = try ReviewWatch(draft.entry, transaction)
          var outcome = outcome
          if state?.shownText.text.utf8.elementsEqual(draft.shown.utf8) == false {
            outcome.met = try transaction.writers(of: key, since: draft.version)
          }
          let author = try Author(environment: environment, transaction: transaction)
          let change = try author.record(
            [Change.Block(key: key, operations: .text(difference))], on: draft.version)
          try transaction.setProperty(.lastEntry, to: draft.entry.bytes)
          try transaction.note(draft, became: change)
          try watch.tell(&outcome, of: change, transaction)
          return outcome
        }
      } catch {
        throw .keeping(draft.keptWords, after: error)
      }
    }
    if !notes.isEmpty { outcome.aside = keepNotes(notes) ?? draft.path }
    if outcome.aside != draft.path { draft.file.discard() }
    return outcome
  }
}
