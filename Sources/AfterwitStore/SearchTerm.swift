/// What an entry must hold to be found: words of the index that follow each other.
///
/// The words of the index are what white space parts in ``EntryRow/words``.
public struct SearchTerm: Hashable, Sendable {
  private let words: [String]
  private let isOpen: Bool

  /// A term of given words.
  ///
  /// - Parameter isOpen: whether the last is only the beginning of one.
  public init(_ words: [String], isOpen: Bool = true) {
    self.words = words
    self.isOpen = isOpen
  }

  /// The question to the index for the entries that hold one term of each group (FTS5, section 3).
  static func question(of groups: [[SearchTerm]]) -> String {
    groups.map { "(" + $0.map(\.phrase).joined(separator: " OR ") + ")" }
      .joined(separator: " AND ")
  }

  private var phrase: String {
    "\"" + words.map(Self.quotable).joined(separator: " ") + (isOpen ? "\"*" : "\"")
  }

  private static func quotable(_ word: String) -> String {
    word.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
  }
}
