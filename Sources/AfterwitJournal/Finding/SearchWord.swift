/// One word that a person looks for: what white space parts from others, signs and all.
public struct SearchWord: Hashable, Sendable {
  /// What is looked for, folded.
  let bytes: [UInt8]
  /// The words of the index that it is made of: they follow each other, and the last may go on.
  public let indexed: [String]

  /// The words of what was typed, without those of which nothing is seen.
  public static func all(in typed: [String]) -> [SearchWord] {
    typed.flatMap { $0.split(whereSeparator: \.isWhitespace) }
      .compactMap { SearchWord(String($0)) }
  }

  private init?(_ typed: String) {
    let folded = FoldedText(typed)
    guard let first = folded.words.first, let last = folded.words.last else { return nil }
    bytes = Array(folded.bytes[first.range.lowerBound..<last.range.upperBound])
    indexed = folded.words.map { String(decoding: folded.bytes[$0.range], as: UTF8.self) }
  }
}
