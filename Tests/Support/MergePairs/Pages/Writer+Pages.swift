extension Writer {
  /// How a page looks.
  enum Style {
    /// Paragraphs of two or three sentences.
    case prose
    /// Items of one sentence.
    case list
    /// Either.
    case any
  }

  /// A page of some paragraphs.
  mutating func page(_ style: Style = .any) -> Page {
    let isList = style == .list || (style == .any && chance(oneIn: 2))
    let count = isList ? pick(4...6) : 3
    let marker = isList ? pick(["- ", "* ", "- [ ] "]) : ""
    let paragraphs = (0..<count).map { _ in
      paragraph(isList ? 1 : pick(2...3), marker: .signs(marker))
    }
    return Page(
      wordGap: language.wordGap, sentenceGap: language.sentenceGap,
      separator: isList || chance(oneIn: 3) ? "\n" : "\n\n", paragraphs: paragraphs,
      tail: chance(oneIn: 2) ? "\n" : "")
  }

  /// A page of short items.
  mutating func list(_ marker: Page.Marker? = nil, count: Int) -> Page {
    let marker = marker ?? .signs(pick(["- ", "* ", "- [ ] "]))
    let items = pick(count, of: language.items)
    return Page(
      wordGap: language.wordGap, sentenceGap: language.sentenceGap, separator: "\n",
      paragraphs: items.map { item($0, marker: marker) }, tail: chance(oneIn: 2) ? "\n" : "")
  }

  /// A paragraph of so many sentences.
  mutating func paragraph(_ count: Int, marker: Page.Marker = .signs("")) -> Page.Paragraph {
    Page.Paragraph(
      id: nextNumber(), marker: marker, sentences: (0..<count).map { _ in sentence() })
  }

  /// A paragraph of a sentence.
  mutating func paragraph(
    _ sentences: [Page.Sentence], marker: Page.Marker = .signs("")
  ) -> Page.Paragraph {
    Page.Paragraph(id: nextNumber(), marker: marker, sentences: sentences)
  }

  /// An item of a list that says something short.
  mutating func item(_ text: String, marker: Page.Marker) -> Page.Paragraph {
    // The words of an item have no lists; where a script leaves no spaces it is one word.
    let words = text.split(separator: " ").map { word(String($0)) }
    return paragraph([Page.Sentence(id: nextNumber(), words: words, end: "")], marker: marker)
  }

  /// What items may say that no item of a page says.
  func itemTexts(notOn page: Page) -> [String] {
    let taken = page.paragraphs.map { page.line(of: $0.sentences) }
    return language.items.filter { !taken.contains($0) }
  }

  /// Puts a sentence in the place of one of a page, and says where.
  mutating func put(_ sentence: Page.Sentence, on page: inout Page) {
    let old = pick(page.sentences)
    page.replace(sentence: old.id, by: [sentence])
  }
}
