internal import AfterwitDevice

extension Sentences {
  /// The same failure, told with the place where the words are now.
  func keeping(_ words: KeptWords) -> Sentences {
    switch words {
    case .inEditedDraft(let path, let name):
      Sentences(
        happened, safe: "Your text is kept in \(path).",
        next: next + (next.hasSuffix(".") ? " To" : "; to")
          + " save it: afterwit draft recover \(name)")
    case .inNewDraft(let path, let recovery):
      Sentences(
        happened, safe: "The text is kept in \(path).",
        next: next + (recovery.map { " Or: afterwit draft recover \($0)" } ?? ""))
    case .inOldDraft(let path):
      Sentences(happened, safe: "The text is kept in \(path).", next: next)
    case .nowhere:
      Sentences(
        happened, safe: "The text could not be kept anywhere on this disk.", next: next)
    }
  }
}
