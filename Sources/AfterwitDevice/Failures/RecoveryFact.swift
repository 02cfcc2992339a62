public import AfterwitEncoding

/// Why a draft that was left behind cannot be found, recovered or dropped.
public enum RecoveryFact: Hashable, Sendable {
  /// The file of the draft is gone.
  case gone(path: String)
  /// The file of the draft is not valid UTF-8.
  case notUTF8(path: String)
  /// An editor has the draft open.
  case open(name: String)
  /// Nothing says which entry the draft belongs to.
  case ofUnknownEntry(name: String)
  /// The journal does not hold the version that the editor was shown.
  ///
  /// - Parameter field: the field that was opened; `nil` for a document.
  case ofUnknownVersion(name: String, entry: EntryID, field: String?)
  /// What the draft said is in the journal, and it was changed after that.
  case changedAfterwards(name: String, entry: EntryID)
  /// The draft says what it said when it was opened.
  case untouched(name: String)
  /// The editor has left words in another file, typed after the draft was last saved.
  case unsaved(name: String, path: String, file: String)
  /// Less of the draft's name was typed than it takes to change something.
  case tooShort(String, atLeast: Int)
  /// No draft has a name that begins so.
  case absent(String)
  /// Several drafts have names that begin so; some of them.
  case ambiguous(String, among: [String])

  var code: DeviceFailure.Code {
    switch self {
    case .notUTF8, .ofUnknownEntry, .untouched, .changedAfterwards, .tooShort: .usage
    case .gone, .unsaved, .ofUnknownVersion: .failed
    case .open: .busy
    case .absent, .ambiguous: .notFound
    }
  }
}
