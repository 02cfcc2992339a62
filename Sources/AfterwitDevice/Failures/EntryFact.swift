public import AfterwitEncoding
public import AfterwitJournal

/// Why no entry is meant, or not one.
public enum EntryFact: Hashable, Sendable {
  /// No entry has an id that begins so.
  case absent(String)
  /// No entry has been touched on this device, so none is the last one.
  case noneTouched
  /// Several entries have ids that begin so; some of them.
  case ambiguous(String, among: [String])
  /// An entry is to be changed, and less of its id was typed than that takes.
  case tooShort(String, atLeast: Int)
  /// The entry is of a kind that only a later version knows.
  case ofLaterVersion(EntryID)
  /// An entry is to be named, and it is an element of a list that has an id that begins so.
  case isElement(String)
  /// An element is to be named, and it is an entry that has an id that begins so.
  case isEntry(String)
  /// Elements are to go to one place, and are not of one list.
  case ofSeveralLists
  /// Elements are to go to a place that is at one of them, or at one that was removed.
  case movedToItself
  /// The element was removed.
  case isRemoved(String)
  /// Elements of this list cannot be done.
  case isNeverDone(list: String)
  /// An entry of this kind counts nothing.
  case notCounted(Kind)

  var code: DeviceFailure.Code {
    switch self {
    case .absent, .noneTouched, .ambiguous, .isElement, .isEntry, .isRemoved: .notFound
    case .ofLaterVersion: .failed
    case .tooShort, .ofSeveralLists, .movedToItself, .isNeverDone, .notCounted:
      .usage
    }
  }
}
