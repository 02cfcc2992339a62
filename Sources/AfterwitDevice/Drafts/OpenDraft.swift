/// A text in a file of its own that an editor works on.
public protocol OpenDraft: Sendable {
  /// What people call the draft.
  var name: String { get }
  /// The file to edit.
  var path: String { get }
  /// The file that says where the text belongs; whoever holds a shared `flock` on it uses the draft.
  var lock: String { get }
  /// Whether the file still holds the text that was shown.
  var isUntouched: Bool { get }
  /// Where the words can be found if the edit fails.
  var keptWords: KeptWords { get }

  /// Removes the draft if its file still holds the text that was shown, and the editor has left no
  /// words beside it; returns whether it did.
  func discardIfUntouched() -> Bool
}

extension Draft: OpenDraft {}
