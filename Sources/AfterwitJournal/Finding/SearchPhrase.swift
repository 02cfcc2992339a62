// One argument of `find` is one phrase. A word alone stands for each word that begins with it, because
// a person who types `queue` means `queues` too. An argument with white space in it means these very
// words in this order, as quotation marks do elsewhere.

/// What a person looks for with one argument: a word, or several that follow each other.
public struct SearchPhrase: Hashable, Sendable {
  /// The words, in their order; never none.
  let words: [SearchWord]
  /// Whether the last word may go on.
  public let isOpen: Bool

  /// What was typed: a word, which may go on, or with white space a phrase, which may not; `nil` where
  /// nothing of it is seen.
  public init?(_ typed: String) {
    self.init(typed, isOpen: !typed.contains(where: \.isWhitespace))
  }

  /// Words that begin with what was typed; `nil` where nothing of it is seen.
  public init?(beginningWith typed: String) {
    self.init(typed, isOpen: true)
  }

  /// One word that may go on.
  init(_ word: SearchWord) {
    words = [word]
    isOpen = true
  }

  private init?(_ typed: String, isOpen: Bool) {
    words = SearchWord.all(in: [typed])
    self.isOpen = isOpen
    guard !words.isEmpty else { return nil }
  }

  /// The byte that it begins with.
  var firstByte: UInt8? { words.first?.bytes.first }

  /// The words of the index that it is made of: they follow each other.
  public var indexed: [String] { words.flatMap(\.indexed) }

  /// Whether one of some texts has it.
  func isFound(in texts: some Sequence<String>) -> Bool {
    texts.contains { FoldedText($0).firstPlace(of: self) != nil }
  }
}
