// White space and signs of punctuation beside words. Nobody would look where one machine mends a
// space; what may never happen is that words of two people run into one.

extension MergePairs {
  /// White space and punctuation beside what the other writes.
  static let spaces: [Kind] = [
    Kind("trailing space trimmed, a sentence appended") { writer in
      var page = writer.page(.prose)
      page.tail = " "
      let last = page.sentences[page.sentences.count - 1]
      let trimmed = Edit.page { $0.tail = "" }
      let appended = Edit.insert(writer.sentence(), .behind, last)
      // The space that stood there is the one between the sentences, whatever the language.
      let spaced = Edit.dress(last.words[last.words.count - 1]) { $0.gap = " " }
      return Draft(page, mine: [trimmed], theirs: [trimmed, spaced, appended])
        .accepting([[trimmed, spaced, appended], [trimmed, appended]]).either(.several)
        .tossed(&writer)
    },
    Kind("trailing line feed trimmed, a paragraph appended") { writer in
      var page = writer.page()
      page.tail = "\n"
      page.separator = "\n"
      let last = page.paragraphs[page.paragraphs.count - 1]
      let trimmed = Edit.page { $0.tail = "" }
      let appended = Edit.insert(writer.paragraph(like: page), .behind, last)
      return Draft(page, mine: [trimmed], theirs: [appended])
        .accepting([[trimmed, appended], [appended]]).either(.several).tossed(&writer)
    },
    Kind("stub of a list trimmed and written") { writer in
      var page = writer.list(count: writer.pick(2...4))
      page.tail = ""
      let stub = writer.item("", marker: page.paragraphs[0].marker)
      page.paragraphs.append(stub)
      let text = writer.pick(writer.itemTexts(notOn: page))
      var written = writer.item(text, marker: stub.marker)
      written = Page.Paragraph(id: stub.id, marker: stub.marker, sentences: written.sentences)
      let item = written
      let write = Edit.page { $0.replace(paragraph: stub.id, by: [item]) }
      return Draft(page, mine: [.remove(stub)], theirs: [write]).accepting([[write]])
        .either(.kept(by: .theirs)).tossed(&writer)
    },
    Kind("double space mended beside an edit") { writer in
      var page = writer.page()
      let (sentence, word, next) = writer.twoWords(on: page)
      let usual = word.gap
      let unusual = page.wordGap.isEmpty ? " " : "  "
      page.change(word: word.id) { $0.gap = unusual }
      let edited = next.hasOthers && writer.chance(oneIn: 2) ? next : word
      return Draft(
        page, mine: [.dress(word) { $0.gap = usual }],
        theirs: [writer.another(edited, in: sentence)]
      ).tossed(&writer)
    },
    Kind("end replaced, a sentence written behind") { writer in
      let page = writer.page(.prose)
      let sentence = writer.pick(page.sentences)
      return Draft(
        page, mine: [.end(sentence, with: writer.language.otherEnd)],
        theirs: [.insert(writer.sentence(), .behind, sentence)]
      ).either(.several).tossed(&writer)
    },
    Kind("end replaced, a word written before") { writer in
      var page = writer.page()
      let (sentence, last) = writer.sentence(.behind)
      writer.put(sentence, on: &page)
      return Draft(
        page, mine: [.end(sentence, with: writer.language.otherEnd)],
        theirs: [.insert(writer.newWord(in: sentence), .behind, last)]
      ).either(.several).tossed(&writer)
    },
    Kind("end replaced, the last word edited") { writer in
      var page = writer.page()
      let (sentence, last) = writer.sentence(.behind)
      writer.put(sentence, on: &page)
      return Draft(
        page, mine: [.end(sentence, with: writer.language.otherEnd)],
        theirs: [writer.another(last, in: sentence)]
      ).tossed(&writer)
    },
    Kind("comma replaced, a word written behind") { writer in
      var page = writer.page()
      guard let (sentence, word) = writer.putComma(on: &page) else { return nil }
      let sign = writer.language.isUnspaced ? "——" : " –"
      return Draft(
        page, mine: [.dress(word) { $0.closing = sign }],
        theirs: [.insert(writer.newWord(in: sentence), .behind, word)]
      ).either(.several).tossed(&writer)
    },
    // Where a dash without spaces is made a comma, the words on its sides must not run into what is
    // written against it.
    Kind("dash replaced, a word written behind") { writer in
      var page = writer.page()
      guard let (sentence, word) = writer.putComma(on: &page) else { return nil }
      page.change(word: word.id) { ($0.closing, $0.gap) = ("—", "") }
      return Draft(
        page, mine: [.dress(word) { ($0.closing, $0.gap) = (word.closing, word.gap) }],
        theirs: [.insert(writer.newWord(in: sentence), .behind, word)]
      ).either(.several).tossed(&writer)
    },
    Kind("dash replaced, a word written before") { writer in
      var page = writer.page()
      guard let (sentence, word) = writer.putComma(on: &page) else { return nil }
      page.change(word: word.id) { ($0.closing, $0.gap) = ("—", "") }
      let new = writer.newWord(in: sentence)
      let put = { (closing: String, gap: String?) in
        [
          Edit.dress(word) { ($0.closing, $0.gap) = ("", nil) }, .insert(new, .behind, word),
          .dress(new) { ($0.closing, $0.gap) = (closing, gap) },
        ]
      }
      return Draft(
        page, mine: [.dress(word) { ($0.closing, $0.gap) = (word.closing, word.gap) }],
        theirs: put("—", "")
      ).accepting([put(word.closing, word.gap)]).either(.several).tossed(&writer)
    },
    Kind("comma put in beside an edit") { writer in
      guard !writer.language.comma.isEmpty else { return nil }
      let page = writer.page()
      let (sentence, word, _) = writer.twoWords(on: page)
      let comma = writer.language.comma
      return Draft(
        page, mine: [.dress(word) { $0.closing += comma }],
        theirs: [writer.another(word, in: sentence)]
      ).tossed(&writer)
    },
  ]
}

extension Writer {
  /// A word that has others, the one behind it, and their sentence.
  mutating func twoWords(on page: Page) -> (Page.Sentence, Page.Word, Page.Word) {
    let found = page.sentences.flatMap { sentence in
      zip(sentence.words, sentence.words.dropFirst()).filter { word, _ in
        word.hasOthers && word.closing.isEmpty
      }.map { (sentence, $0, $1) }
    }
    return pick(found)
  }

  /// A word that does not stand in a sentence yet.
  mutating func newWord(in sentence: Page.Sentence) -> Page.Word {
    word(of: .time, except: sentence.words.map(\.text))
  }

  /// Puts a sentence with a comma on a page, and says which word it is behind.
  mutating func putComma(on page: inout Page) -> (Page.Sentence, Page.Word)? {
    let fitting = language.patterns.filter { pattern in
      !language.comma.isEmpty && pattern.contains(language.comma)
    }
    guard !fitting.isEmpty else { return nil }
    let sentence = sentence(of: pick(fitting))
    put(sentence, on: &page)
    return sentence.words.first { $0.closing == language.comma }.map { (sentence, $0) }
  }
}
