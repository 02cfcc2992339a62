extension Page {
  /// All sentences, by their places.
  package var sentences: [Sentence] { paragraphs.flatMap(\.sentences) }

  /// A sentence of a number, if it stands on this page.
  package func sentence(_ id: Int) -> Sentence? { sentences.first { $0.id == id } }

  /// A paragraph of a number, if it stands on this page.
  package func paragraph(_ id: Int) -> Paragraph? { paragraphs.first { $0.id == id } }

  /// The number of the paragraph that a sentence stands in.
  package func home(ofSentence id: Int) -> Int? {
    paragraphs.first { $0.sentences.contains { $0.id == id } }?.id
  }

  /// Changes a word, if it stands here.
  package mutating func change(word id: Int, _ change: (inout Word) -> Void) {
    for p in paragraphs.indices {
      for s in paragraphs[p].sentences.indices {
        for w in paragraphs[p].sentences[s].words.indices
        where paragraphs[p].sentences[s].words[w].id == id {
          change(&paragraphs[p].sentences[s].words[w])
        }
      }
    }
  }

  /// Changes a sentence, if it stands here.
  package mutating func change(sentence id: Int, _ change: (inout Sentence) -> Void) {
    for p in paragraphs.indices {
      for s in paragraphs[p].sentences.indices where paragraphs[p].sentences[s].id == id {
        change(&paragraphs[p].sentences[s])
      }
    }
  }

  /// Puts sentences in the place of one, if it stands here.
  package mutating func replace(sentence id: Int, by others: [Sentence]) {
    for p in paragraphs.indices {
      if let s = paragraphs[p].sentences.firstIndex(where: { $0.id == id }) {
        paragraphs[p].sentences.replaceSubrange(s...s, with: others)
      }
    }
  }

  /// Puts paragraphs in the place of one, if it stands here.
  package mutating func replace(paragraph id: Int, by others: [Paragraph]) {
    if let p = paragraphs.firstIndex(where: { $0.id == id }) {
      paragraphs.replaceSubrange(p...p, with: others)
    }
  }
}
