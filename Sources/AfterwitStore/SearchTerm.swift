/// What an entry must hold to be found: words of the index that follow each other.
///
/// The words of the index are what white space parts in ``EntryRow/words``.
public struct SearchTerm: Hashable, Sendable {
  private let words: [String]

  /// A term of given words, the last of which is the beginning of one.
  public init(_ words: [String]) {
    self.words = words
  }

  /// The question to the index for the entries that hold all of some terms (FTS5, section 3).
  static func question(of terms: [SearchTerm]) -> String {
    terms.map { "\"" + $0.words.map(quotable).joined(separator: " ") + "\"*" }
      .joined(separator: " ")
  }

  private static func quotable(_ word: String) -> String {
    word.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
  }
}
