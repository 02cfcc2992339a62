public import AfterwitEncoding

/// Why no entry is meant, or not one.
public enum EntryFact: Hashable, Sendable {
  /// No entry has an id that begins so.
  case absent(String)
  /// No entry has been touched on this device, so none is the last one.
  case noneTouched
  /// Several entries have ids that begin so; some of them.
  case ambiguous(String, among: [EntryID])
  /// An entry is to be changed, and less of its id was typed than that takes.
  case tooShort(String, atLeast: Int)
  /// The entry is of a kind that only a later version knows.
  case ofLaterVersion(EntryID)
  /// Entries are to be found, and no word is given.
  case noWordToFind

  var code: DeviceFailure.Code {
    switch self {
    case .absent, .noneTouched, .ambiguous: .notFound
    case .ofLaterVersion: .failed
    case .tooShort, .noWordToFind: .usage
    }
  }
}
