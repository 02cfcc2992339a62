public import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

/// A text that was opened for editing, and the version it shows.
///
/// The draft's file survives until the edit is committed, whatever happens between.
public struct Draft: Sendable {
  /// The field: a text of an entry, or of an element of a list.
  public let key: FieldKey
  /// The entry.
  public var entry: EntryID { key.entry }
  /// The name of the field.
  public var field: String { key.field.name.string }
  /// The text as it was shown.
  public var shown: String { basis.text }
  /// What people call the draft.
  public var name: String { file.name }
  /// The file to edit, 0600, in a folder of its own in the home's `drafts/`.
  public var path: String { file.path }
  /// The file that says where the text belongs; whoever holds a shared `flock` on it uses the
  /// draft.
  public var lock: String { file.place.sidecar }
  /// The version that was shown: the frontier of the journal at that moment.
  let version: [EnvelopeID]
  /// The text as it was shown, with what an edit of it decides.
  let basis: ShownText
  /// The lines that stood below the text, only for reading.
  let notes: [String]
  let file: DraftFile

  init(
    key: FieldKey, basis: ShownText, version: [EnvelopeID], notes: [String] = [], file: DraftFile
  ) {
    self.key = key
    self.basis = basis
    self.version = version
    self.notes = notes
    self.file = file
  }

  /// What its file held when it was opened.
  var opened: NotedText { NotedText(shown, notes: notes) }

  /// Whether its file still holds the text that was shown.
  public var isUntouched: Bool { file.bytes() == Array(opened.file.utf8) }

  /// Removes the draft if its file still holds the text that was shown, and the editor has left no
  /// words beside it; returns whether it did.
  public func discardIfUntouched() -> Bool {
    guard isUntouched, file.unsavedWords() == nil else { return false }
    file.discard()
    return true
  }
}
