internal import AfterwitJournal
internal import AfterwitStore

extension SearchTerm {
  /// How the index finds a word.
  init(_ word: SearchWord) {
    self.init(word.indexed)
  }
}
