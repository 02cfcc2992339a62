/// What an entry must hold to be found.
public enum SearchTerm: Hashable, Sendable {
  /// A word that begins so.
  ///
  /// Words are those of the index: runs of letters, digits and marks, whatever their case and their
  /// diacritics (`unicode61` of SQLite's FTS5, section 4.3.1).
  case wordBeginning(String)
  /// Exactly these characters, anywhere.
  case anywhere(String)
}

extension SearchTerm {
  /// Whether the index ranks what meets some terms: it knows words, and no pieces of them.
  static func haveRank(_ terms: [SearchTerm]) -> Bool {
    terms.contains { term in
      if case .wordBeginning = term { true } else { false }
    }
  }

  /// The conditions that an entry in the index meets, each with the argument that it takes.
  static func conditions(of terms: [SearchTerm]) -> [(sql: String, argument: String)] {
    let beginnings = terms.compactMap { term -> String? in
      guard case .wordBeginning(let text) = term else { return nil }
      return quoted(text)
    }
    let pieces = terms.compactMap { term -> (String, String)? in
      guard case .anywhere(let text) = term else { return nil }
      return ("instr(search.words, ?) > 0", text)
    }
    return beginnings.isEmpty
      ? pieces : [("search MATCH ?", beginnings.joined(separator: " "))] + pieces
  }

  /// A word as the index takes it: a quoted prefix.
  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\"*"
  }
}
