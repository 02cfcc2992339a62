internal import AfterwitDevice
internal import AfterwitJournal

extension Sentences {
  /// The words for why a text cannot be edited in an editor.
  init(_ fact: DraftFact) {
    let safe = "Nothing in the journal was changed."
    switch fact {
    case .noLongText(let field, let owner):
      self.init(
        "A \(owner.word) has no long text “\(field)”.", safe: "Nothing was changed.",
        next: "Use --set, --add or --remove for short values.")
    case .gone(let path):
      self.init("The draft \(path) is gone.", safe: safe, next: "Open the entry again.")
    case .notUTF8:
      self.init("The text is not valid UTF-8.", safe: safe, next: "Save it as UTF-8, and repeat.")
    case .empty:
      self.init(
        "The editor left an empty text.", safe: safe,
        next: "To empty the field on purpose: afterwit edit ID --field FIELD --text \"\".")
    }
  }
}
