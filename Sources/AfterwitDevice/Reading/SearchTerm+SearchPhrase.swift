internal import AfterwitJournal
internal import AfterwitStore

extension SearchTerm {
  /// How the index finds a phrase.
  init(_ phrase: SearchPhrase) {
    self.init(phrase.indexed, isOpen: phrase.isOpen)
  }
}
