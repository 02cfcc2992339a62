extension Writer {
  /// Another word of the same list in the place of one.
  mutating func another(_ word: Page.Word, in sentence: Page.Sentence, except others: [String] = [])
    -> Edit
  {
    guard let slot = word.slot else { preconditionFailure("\(word.text) has no list") }
    return .replace(word, by: text(of: slot, except: sentence.words.map(\.text) + others))
  }

  /// Another word somewhere in a sentence.
  mutating func edit(_ sentence: Page.Sentence) -> Edit {
    another(pick(sentence.words.filter { $0.hasOthers }), in: sentence)
  }

  /// A word that has a list, and its sentence.
  mutating func word(on page: Page) -> (Page.Sentence, Page.Word) {
    let sentence = pick(page.sentences.filter { $0.words.contains { $0.hasOthers } })
    return (sentence, pick(sentence.words.filter { $0.hasOthers }))
  }

  /// Puts a sentence that has a word of a list on a page.
  mutating func putSentence(
    with slot: Language.Slot, on page: inout Page
  ) -> (Page.Sentence, Page.Word) {
    let fitting = language.patterns.filter { $0.contains("{\(slot.rawValue)}") }
    let sentence = sentence(of: pick(fitting))
    put(sentence, on: &page)
    return (sentence, pick(sentence.words.filter { $0.slot == slot }))
  }

  /// A mood on a page that no word says how much of, and its sentence.
  mutating func placeOfDegree(on page: inout Page) -> (Page.Sentence, Page.Word) {
    let fitting = language.patterns.filter { $0.contains("{mood}") && !$0.contains("{degree}") }
    let sentence = sentence(of: pick(fitting))
    put(sentence, on: &page)
    return (sentence, pick(sentence.words.filter { $0.slot == .mood }))
  }

  /// A sentence that ends, or begins, with a word of a list.
  mutating func sentence(_ edge: Edit.Side) -> (Page.Sentence, Page.Word) {
    let fitting = language.patterns.filter { pattern in
      edge == .before
        ? pattern.hasPrefix("{") : pattern.reversed().drop { ".。|।".contains($0) }.first == "}"
    }
    let sentence = sentence(of: pick(fitting))
    guard let word = edge == .before ? sentence.words.first : sentence.words.last else {
      preconditionFailure("an empty sentence")
    }
    return (sentence, word)
  }

  /// Two sentences of which the first ends with a word that has others, and the second begins with
  /// one.
  struct Border {
    let first: Page.Sentence
    let second: Page.Sentence
    /// Another last word of the first, and another first word of the second.
    let edits: [Edit]
  }

  /// Two sentences with words to edit where they meet; `nil` where nothing but a space ends a
  /// sentence, for there the two words are neighbours.
  mutating func border() -> Border? {
    language.endsSentencesWithSpace ? nil : lineBorder()
  }

  /// Two sentences with words to edit where they meet, for two lines.
  mutating func lineBorder() -> Border {
    let (first, last) = sentence(.behind)
    let (second, next) = sentence(.before)
    return Border(
      first: first, second: second, edits: [another(last, in: first), another(next, in: second)])
  }

  /// Puts a paragraph of some sentences in the place of one of a page.
  @discardableResult
  mutating func putParagraph(
    _ sentences: [Page.Sentence], on page: inout Page
  ) -> Page.Paragraph {
    let old = pick(page.paragraphs)
    let new = paragraph(sentences, marker: old.marker)
    page.replace(paragraph: old.id, by: [new])
    return new
  }

  /// A new paragraph, or a new item like those of a page.
  mutating func paragraph(like page: Page) -> Page.Paragraph {
    let marker = page.paragraphs.first?.marker ?? .signs("")
    return paragraph(marker == .signs("") ? pick(1...2) : 1, marker: marker)
  }
}
