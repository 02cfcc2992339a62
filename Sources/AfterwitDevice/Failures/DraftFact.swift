public import AfterwitJournal

/// Why a text cannot be opened in an editor, or what the editor left cannot be saved.
public enum DraftFact: Hashable, Sendable {
  /// There is no long text of this name.
  case noLongText(field: String, of: FieldOwner)
  /// The file was there when the editor began, and is gone.
  case gone(path: String)
  /// The editor left a text that is not valid UTF-8.
  case notUTF8
  /// The editor left an empty text where there was one.
  case empty

  var code: DeviceFailure.Code {
    switch self {
    case .noLongText, .notUTF8, .empty: .usage
    case .gone: .failed
    }
  }
}
