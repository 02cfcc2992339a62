internal import AfterwitText

/// One word that a person looks for.
public struct SearchWord: Hashable, Sendable {
  /// The word as it was typed.
  public let text: String

  /// The words of what was typed: what white space parts.
  public static func all(in typed: [String]) -> [SearchWord] {
    typed.flatMap { $0.split(whereSeparator: \.isWhitespace).map { SearchWord(text: String($0)) } }
  }

  /// Whether it may lie anywhere between other letters, because its script leaves no spaces; any
  /// other word is found by its beginning.
  public var isUnspaced: Bool {
    text.unicodeScalars.contains { scalar in
      switch UnspacedScript(scalar) {
      case .thaiOrLao, .myanmar, .khmer, .kana, .han: true
      // Their letters make words of the index, which are found by their beginnings.
      case .smallKana, .narrowKana, nil: false
      }
    }
  }
}
