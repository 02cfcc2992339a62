/// Something that a person does to a page; it names what it changes by number, and is without effect
/// where that does not stand.
struct Edit: Sendable {
  let apply: @Sendable (inout Page) -> Void
}

extension Page {
  /// The page after some edits, one after another.
  func after(_ edits: [Edit]) -> Page {
    edits.reduce(into: self) { $1.apply(&$0) }
  }
}

extension Edit {
  /// Puts a text in the place of a word.
  static func replace(_ word: Page.Word, by text: String) -> Edit {
    let id = word.id
    return Edit { $0.change(word: id) { $0.text = text } }
  }

  /// Changes what clings to a word, or what separates it from the next.
  static func dress(_ word: Page.Word, _ change: @escaping @Sendable (inout Page.Word) -> Void)
    -> Edit
  {
    let id = word.id
    return Edit { $0.change(word: id, change) }
  }

  /// Takes a word out.
  static func remove(_ word: Page.Word) -> Edit {
    let id = word.id
    return Edit { page in
      for sentence in page.sentences where sentence.words.contains(where: { $0.id == id }) {
        page.change(sentence: sentence.id) { $0.words.removeAll { $0.id == id } }
      }
    }
  }

  /// Puts a word behind another, or before it.
  static func insert(_ new: Page.Word, _ side: Side, _ word: Page.Word) -> Edit {
    let id = word.id
    return Edit { page in
      for sentence in page.sentences {
        if let place = sentence.words.firstIndex(where: { $0.id == id }) {
          page.change(sentence: sentence.id) { $0.words.insert(new, at: place + side.step) }
        }
      }
    }
  }

  /// On which side of something a new thing is put.
  enum Side {
    case before, behind

    fileprivate var step: Int { self == .behind ? 1 : 0 }
  }
}

extension Edit {
  /// Writes a sentence anew.
  static func rewrite(_ sentence: Page.Sentence, as new: Page.Sentence) -> Edit {
    let id = sentence.id
    return Edit { page in
      page.change(sentence: id) {
        $0.opening = new.opening
        $0.words = new.words
        $0.end = new.end
      }
    }
  }

  /// Ends a sentence in another way.
  static func end(_ sentence: Page.Sentence, with end: String) -> Edit {
    let id = sentence.id
    return Edit { $0.change(sentence: id) { $0.end = end } }
  }

  /// Takes a sentence out.
  static func remove(_ sentence: Page.Sentence) -> Edit {
    let id = sentence.id
    return Edit { $0.replace(sentence: id, by: []) }
  }

  /// Puts a sentence behind another, or before it.
  static func insert(_ new: Page.Sentence, _ side: Side, _ sentence: Page.Sentence) -> Edit {
    let id = sentence.id
    return Edit { page in
      guard let old = page.sentence(id) else { return }
      page.replace(sentence: id, by: side == .behind ? [old, new] : [new, old])
    }
  }
}

extension Edit {
  /// Takes a paragraph out.
  static func remove(_ paragraph: Page.Paragraph) -> Edit {
    let id = paragraph.id
    return Edit { $0.replace(paragraph: id, by: []) }
  }

  /// Puts a paragraph behind another, or before it.
  static func insert(_ new: Page.Paragraph, _ side: Side, _ paragraph: Page.Paragraph) -> Edit {
    let id = paragraph.id
    return Edit { page in
      guard let old = page.paragraph(id) else { return }
      page.replace(paragraph: id, by: side == .behind ? [old, new] : [new, old])
    }
  }

  /// Takes a paragraph from its place and puts it behind another.
  static func move(_ paragraph: Page.Paragraph, behind other: Page.Paragraph) -> Edit {
    let (id, place) = (paragraph.id, other.id)
    return Edit { page in
      guard let moved = page.paragraph(id), let old = page.paragraph(place) else { return }
      page.replace(paragraph: id, by: [])
      page.replace(paragraph: place, by: [old, moved])
    }
  }

  /// Begins a paragraph in another way.
  static func mark(_ paragraph: Page.Paragraph, _ marker: String) -> Edit {
    let id = paragraph.id
    return Edit { page in
      guard var old = page.paragraph(id) else { return }
      old.marker = .signs(marker)
      page.replace(paragraph: id, by: [old])
    }
  }

  /// Makes two paragraphs of one: the second begins with this sentence.
  static func split(at sentence: Page.Sentence, number: Int) -> Edit {
    let id = sentence.id
    return Edit { page in
      guard let home = page.home(ofSentence: id), var old = page.paragraph(home),
        let place = old.sentences.firstIndex(where: { $0.id == id })
      else { return }
      let rest = Page.Paragraph(
        id: number, marker: old.marker, sentences: Array(old.sentences[place...]))
      old.sentences.removeSubrange(place...)
      page.replace(paragraph: home, by: [old, rest])
    }
  }

  /// Makes one paragraph of one and the next.
  static func join(_ paragraph: Page.Paragraph, with next: Page.Paragraph) -> Edit {
    let (id, other) = (paragraph.id, next.id)
    return Edit { page in
      guard var old = page.paragraph(id), let next = page.paragraph(other) else { return }
      old.sentences += next.sentences
      page.replace(paragraph: id, by: [old])
      page.replace(paragraph: other, by: [])
    }
  }

  /// Changes what concerns the whole page: its tail, its line breaks.
  static func page(_ change: @escaping @Sendable (inout Page) -> Void) -> Edit {
    Edit(apply: change)
  }
}
