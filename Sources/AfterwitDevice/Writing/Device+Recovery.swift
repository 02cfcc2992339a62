internal import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

// Recovering does what the command that left the draft would have done: an edit is recorded on the
// version that was shown to the editor, and a refused command is carried out as it was given. The
// process may have died after the commit and before it removed the draft, so an edit that is in the
// log already, on the same version, is not recorded again. A draft that is still as it was opened
// stays: a window may have it open, and save it later.
extension Device {
  /// Records what a draft holds, and removes the draft.
  ///
  /// - Parameters:
  ///   - entry: an entry to put the text into instead of the one it came from.
  ///   - field: the field; `nil` for the one it came from, or if that is not known, the main text
  ///     of the kind.
  public func recover(
    _ draft: DraftReport, to entry: EntryID?, field: String?
  ) throws(DeviceFailure) -> EditOutcome {
    let file = try takeOver(draft)
    let recovery: EditOutcome
    do throws(DeviceFailure) {
      if let unsaved = file.unsavedWords() {
        throw .recovery(.unsaved(name: file.name, path: file.path, file: unsaved))
      }
      if let entry {
        recovery = try put(try words(of: file), into: entry, field: field ?? draft.field)
      } else {
        recovery = try finish(file)
      }
    } catch {
      throw .keeping(.inOldDraft(path: file.path), after: error)
    }
    if recovery.aside != file.path { file.discard() }
    return recovery
  }

  /// The text of a draft, without what is only for reading below it.
  private func words(of file: DraftFile) throws(DeviceFailure) -> String {
    let text = try file.text()
    guard case .opened(_, _, let shown, let notes)? = DraftOrigin(at: file.place.sidecar)?.content
    else { return text }
    do throws(DocumentMisfit) {
      return try NotedText(shown.text, notes: notes).reading(text).text
    } catch {
      throw .document(error)
    }
  }

  private func finish(_ file: DraftFile) throws(DeviceFailure) -> EditOutcome {
    let origin = DraftOrigin(at: file.place.sidecar)
    switch origin?.content {
    case .opened(let key, let version, let shown, let notes):
      return try finish(
        Draft(key: key, basis: shown, version: version, notes: notes, file: file))
    case .refused(var request, let place):
      if let place {
        let text = LineEnd.withoutLast(try file.text()) + (request.edits[place].text ?? "")
        request.edits[place] = request.edits[place].with(text: text)
      }
      return try write(request, saidAt: origin?.milliseconds)
    case .document(let opened):
      return try finish(DocumentDraft(opened, in: file), saidAt: origin?.milliseconds)
    case nil:
      guard let draft = try draftSavedAgain(file) else {
        throw .recovery(.ofUnknownEntry(name: file.name))
      }
      return try finish(draft)
    }
  }

  private func finish(
    _ draft: DocumentDraft, saidAt said: UInt64?
  ) throws(DeviceFailure) -> EditOutcome {
    let opened = draft.opened
    let said = said ?? environment.nowMilliseconds()
    try requireKnown(opened.version ?? [], of: draft.name, opened.entry, field: nil)
    guard !draft.isUntouched else { throw .recovery(.untouched(name: draft.name)) }
    let text = try draft.text()
    let isRecorded = try reading { transaction in
      try transaction.finishedDocuments().holds(text, of: draft.name)
    }
    guard let isRecorded else { return try commit(draft, saidAt: said) }
    guard isRecorded else {
      throw .recovery(.changedAfterwards(name: draft.name, entry: opened.entry))
    }
    var outcome = EditOutcome(entry: opened.entry, isChange: false)
    let edits = try draft.edits(in: text, seenFrom: environment.standpoint(at: said))
    outcome.aside = try keepAside(edits.notes, of: draft.path)
    return outcome
  }

  /// Keeps what was written where a draft is only for reading; the path, `nil` if nothing was.
  private func keepAside(_ notes: [String], of draft: String) throws(DeviceFailure) -> String? {
    guard !notes.isEmpty else { return nil }
    guard let path = keepNotes(notes) else { throw .storage(.notWritable(draft)) }
    return path
  }

  private func finish(_ draft: Draft) throws(DeviceFailure) -> EditOutcome {
    try requireKnown(draft.version, of: draft.name, draft.entry, field: draft.field)
    guard !draft.isUntouched else { throw .recovery(.untouched(name: draft.name)) }
    guard try isRecorded(draft) else { return try commit(draft) }
    var outcome = EditOutcome(of: draft, isChange: false)
    outcome.aside = try keepAside(try draft.writtenNotes(), of: draft.path)
    return outcome
  }

  /// The draft of a text that a window has saved after its draft went, as an edit of what the window
  /// had saved before; `nil` if no such draft is remembered.
  private func draftSavedAgain(_ file: DraftFile) throws(DeviceFailure) -> Draft? {
    try reading { transaction in
      guard let finished = try transaction.finishedDrafts()[file.name],
        let index = try transaction.changeIndex(finished.change)
      else { return nil }
      var shelf = try StoreShelf(reading: transaction)
      let history = try shelf.history(of: finished.key)
      guard let position = history.indices.firstIndex(of: index) else { return nil }
      return Draft(
        key: finished.key, basis: ShownText(history.text.text(at: [position])),
        version: [finished.change], file: file)
    }
  }

  /// Puts a text into a field that a person names, behind the words that are there already.
  private func put(
    _ text: String, into entry: EntryID, field: String?
  ) throws(DeviceFailure) -> EditOutcome {
    let (kind, view) = try reading { transaction in
      (try transaction.kind(of: entry), try transaction.view(of: entry))
    }
    let known = field.flatMap { kind.field(named: $0)?.name } ?? kind.defaultField
    let name = field ?? known.name.string
    let edit: FieldEdit =
      known.family == .text && view?.text(name).isEmpty == false
      ? .append(field: name, text: text) : .replace(field: name, text: text)
    return try write(EditRequest(.edit(entry), [edit]))
  }

  /// Refuses a draft of a version that this home does not hold, as it may be after its file was
  /// lost.
  private func requireKnown(
    _ version: [EnvelopeID], of name: String, _ entry: EntryID, field: String?
  ) throws(DeviceFailure) {
    let isKnown = try reading { transaction in
      try version.allSatisfy { try transaction.changeIndex($0) != nil }
    }
    guard !isKnown else { return }
    throw .recovery(.ofUnknownVersion(name: name, entry: entry, field: field))
  }

  /// Whether this device has recorded the draft's edit already.
  private func isRecorded(_ draft: Draft) throws(DeviceFailure) -> Bool {
    let difference = try draft.difference()
    guard !difference.isEmpty else { return false }
    let block = Change.Block(
      key: draft.key, operations: .text(difference))
    let version = Set(draft.version)
    return try reading { transaction in
      try transaction.localDevices().contains { device in
        try transaction.changeBodies(of: device, after: draft.version).contains { body in
          guard let change = try? Change(body: body) else { return false }
          return change.blocks == [block] && version.isSuperset(of: change.parents)
        }
      }
    }
  }
}
