extension Page {
  /// The page as it is saved.
  package var text: String {
    var number = 0
    let lines = paragraphs.map { paragraph in
      number = paragraph.marker == .number ? number + 1 : 0
      return paragraph.marker.text(number) + line(of: paragraph.sentences)
    }
    let text = lines.joined(separator: separator) + tail
    return lineBreak == "\n" ? text : text.replacing("\n", with: lineBreak)
  }

  /// All words and values on it.
  package var words: [String] { paragraphs.flatMap(\.sentences).flatMap(\.words).map(\.text) }

  /// Sentences one behind the other.
  package func line(of sentences: [Sentence]) -> String {
    sentences.enumerated().reduce(into: "") { text, numbered in
      let (place, sentence) = numbered
      text += sentence.opening + line(of: sentence.words) + sentence.end
      if place < sentences.count - 1 { text += sentence.words.last?.gap ?? sentenceGap }
    }
  }

  private func line(of words: [Word]) -> String {
    words.enumerated().reduce(into: "") { text, numbered in
      let (place, word) = numbered
      text += word.opening + word.text + word.closing
      if place < words.count - 1 { text += word.gap ?? wordGap }
    }
  }
}

extension Page.Marker {
  fileprivate func text(_ number: Int) -> String {
    switch self {
    case .signs(let signs): signs
    case .number: "\(number). "
    }
  }
}
