internal import AfterwitJournal
internal import AfterwitStore

/// A document that a person writes, in a file of its own.
///
/// The file survives until what it says is committed, whatever happens between.
public struct DocumentDraft: OpenDraft {
  /// The document as it was shown.
  public let opened: OpenedDocument
  let file: DraftFile
  /// How the file was left with words that are only proposed; `nil` where it holds what was shown.
  private let proposed: FileState?

  /// A draft in a file.
  ///
  /// - Parameter isProposal: whether the file holds words that nobody has written yet, so that saving
  ///   them as they stand is a change.
  init(_ opened: OpenedDocument, in file: DraftFile, isProposal: Bool = false) {
    self.opened = opened
    self.file = file
    proposed = isProposal ? FileState(of: file.path) : nil
  }

  /// What people call the draft.
  public var name: String { file.name }
  /// The file to edit.
  public var path: String { file.path }
  /// The file that says where the text belongs.
  public var lock: String { file.place.sidecar }
  /// Whether the file still holds the document as it was shown, or was not saved since words were
  /// proposed in it.
  public var isUntouched: Bool {
    proposed.map { $0 == FileState(of: path) } ?? (file.bytes() == Array(opened.shown.utf8))
  }
  /// Where the words can be found if saving them fails.
  public var keptWords: KeptWords { .inEditedDraft(path: path, name: name) }

  /// Removes the draft if nobody has written anything; returns whether it did.
  public func discardIfUntouched() -> Bool {
    guard isUntouched, file.unsavedWords() == nil else { return false }
    file.discard()
    return true
  }

  /// Writes another text into the file, durably and at once: it holds the one or the other.
  public func keep(_ text: String) throws(DeviceFailure) {
    try DeviceFailure.naming { try file.rewrite(Array(text.utf8)) }
  }

  /// What the file says now.
  func text() throws(DeviceFailure) -> String {
    guard let bytes = file.bytes() else { throw .draft(.gone(path: path)) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .draft(.notUTF8) }
    guard text.contains(where: { !$0.isWhitespace }) else { throw .draft(.empty) }
    return text
  }
}
