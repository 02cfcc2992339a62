/// Where the words are of a command that failed.
public enum KeptWords: Hashable, Sendable {
  /// In the draft that the editor left, which can be recovered by its name.
  case inEditedDraft(path: String, name: String)
  /// In a new draft; `recoveredBy` is what its recovery is called, where that would do what was
  /// asked.
  case inNewDraft(path: String, recoveredBy: String?)
  /// In the draft that was to be recovered.
  case inOldDraft(path: String)
  /// No place on this machine took them.
  case nowhere
}
