extension String {
  /// Where the first sentence of a line ends that ends behind a place; the end of the line if none
  /// does.
  /// - Complexity: O(*scalars up to there*).
  package func firstSentenceEnd(after place: Index) -> Index {
    var behind = place
    let scalars = unicodeScalars
    while let terminator = scalars[behind...].firstIndex(where: Sentences.isTerminator) {
      behind =
        scalars[terminator...].firstIndex {
          !Sentences.isTerminator($0) && !Sentences.isCloser($0)
        } ?? endIndex
      if behind == endIndex || scalars[behind].isWhite
        || scalars[terminator..<behind].contains(where: Sentences.isWide)
      {
        return behind
      }
    }
    return endIndex
  }
}
