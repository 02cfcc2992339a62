extension String {
  /// Where the first sentence of a line ends that ends behind a place; the end of the line if none
  /// does.
  /// - Complexity: O(*scalars up to there*).
  package func firstSentenceEnd(after place: Index) -> Index {
    var behind = place
    let scalars = unicodeScalars
    while let terminator = firstTerminator(after: behind) {
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

  /// Where the first scalar from a place on stands that can end a sentence.
  private func firstTerminator(after place: Index) -> Index? {
    let bytes = utf8Span.span
    var offset = utf8.distance(from: startIndex, to: place)
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        return utf8.index(startIndex, offsetBy: offset)
      // A byte that begins a scalar of several.
      case 0xc0...:
        let index = utf8.index(startIndex, offsetBy: offset)
        if Sentences.isTerminator(unicodeScalars[index]) { return index }
      default: break
      }
      offset += 1
    }
    return nil
  }
}
