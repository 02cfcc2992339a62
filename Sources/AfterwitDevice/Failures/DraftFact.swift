public import AfterwitEncoding
public import AfterwitJournal

/// Why a draft cannot be opened, saved or recovered.
public enum DraftFact: Hashable, Sendable {
  /// Entries of this kind have no long text of this name.
  case noLongText(field: String, kind: Kind)
  /// The file was there when the editor began, and is gone.
  case goneFromEditor(path: String)
  /// The editor left a text that is not valid UTF-8.
  case editedNotUTF8
  /// The editor left an empty text where there was one.
  case editedEmpty
  /// The file of a draft that is to be recovered is gone.
  case gone(path: String)
  /// The file of a draft that is to be recovered is not valid UTF-8.
  case notUTF8(path: String)
  /// An editor has the draft open.
  case open(name: String)
  /// Nothing says which entry the draft belongs to.
  case ofUnknownEntry(name: String)
  /// The journal does not hold the version that the editor was shown.
  case ofUnknownVersion(name: String, entry: EntryID, field: String)
  /// No draft has a name that begins so.
  case absent(String)
  /// Several drafts have names that begin so; some of them.
  case ambiguous(String, among: [String])

  var code: DeviceFailure.Code {
    switch self {
    case .noLongText, .editedNotUTF8, .editedEmpty, .notUTF8, .ofUnknownEntry: .usage
    case .goneFromEditor, .gone, .ofUnknownVersion: .failed
    case .open: .busy
    case .absent, .ambiguous: .notFound
    }
  }
}
