extension MergePairs {
  /// Where nobody wants to be asked.
  static let needless: [Kind] = [
    Kind("neighbouring sentences taken out by two") { writer in
      var page = writer.page(.prose)
      let paragraph = writer.putParagraph((0..<4).map { _ in writer.sentence() }, on: &page)
      let place = writer.pick(0...2)
      return Draft(
        page, mine: [.remove(paragraph.sentences[place])],
        theirs: [.remove(paragraph.sentences[place + 1])]
      ).tossed(&writer)
    },
    // Each took out what the other did, and one more: nobody misses anything, and yet the two decided
    // about different things.
    Kind("overlapping sentences taken out by two") { writer in
      var page = writer.page(.prose)
      let paragraph = writer.putParagraph((0..<5).map { _ in writer.sentence() }, on: &page)
      let place = writer.pick(0...2)
      let three = paragraph.sentences[place..<(place + 3)].map { Edit.remove($0) }
      return Draft(page, mine: [three[0], three[1]], theirs: [three[1], three[2]])
        .either(.several).tossed(&writer)
    },
    Kind("sentence out, first word of the next edited") { writer in
      guard !writer.language.endsSentencesWithSpace else { return nil }
      var page = writer.page(.prose)
      let (sentence, word) = writer.sentence(.before)
      let paragraph = writer.putParagraph(
        [writer.sentence(), writer.sentence(), sentence], on: &page)
      return Draft(
        page, mine: [.remove(paragraph.sentences[1])], theirs: [writer.another(word, in: sentence)]
      ).tossed(&writer)
    },
    Kind("sentence out, last word of the one before edited") { writer in
      guard !writer.language.endsSentencesWithSpace else { return nil }
      var page = writer.page(.prose)
      let (sentence, word) = writer.sentence(.behind)
      let paragraph = writer.putParagraph(
        [sentence, writer.sentence(), writer.sentence()], on: &page)
      return Draft(
        page, mine: [.remove(paragraph.sentences[1])], theirs: [writer.another(word, in: sentence)]
      ).tossed(&writer)
    },
    Kind("neighbouring paragraphs taken out by two") { writer in
      let page = writer.page()
      let place = writer.pick(0..<(page.paragraphs.count - 1))
      return Draft(
        page, mine: [.remove(page.paragraphs[place])],
        theirs: [.remove(page.paragraphs[place + 1])]
      ).tossed(&writer)
    },
    Kind("paragraph out, the next edited") { writer in
      var page = writer.page()
      let (sentence, word) = writer.sentence(.before)
      let place = writer.pick(1..<page.paragraphs.count)
      page.paragraphs[place].sentences[0] = sentence
      return Draft(
        page, mine: [.remove(page.paragraphs[place - 1])],
        theirs: [writer.another(word, in: sentence)]
      ).tossed(&writer)
    },
    Kind("paragraph out, the one before edited") { writer in
      var page = writer.page()
      let (sentence, word) = writer.sentence(.behind)
      let place = writer.pick(0..<(page.paragraphs.count - 1))
      page.paragraphs[place].sentences[page.paragraphs[place].sentences.count - 1] = sentence
      return Draft(
        page, mine: [.remove(page.paragraphs[place + 1])],
        theirs: [writer.another(word, in: sentence)]
      ).tossed(&writer)
    },
    Kind("paragraph split beside an edit") { writer in
      var page = writer.page(.prose)
      let border = writer.lineBorder()
      writer.putParagraph([border.first, border.second], on: &page)
      return Draft(
        page, mine: [.split(at: border.second, number: writer.nextNumber())],
        theirs: [writer.pick(border.edits)]
      ).tossed(&writer)
    },
    Kind("paragraphs joined beside an edit") { writer in
      var page = writer.page(.prose)
      let border = writer.lineBorder()
      page.paragraphs.replaceSubrange(
        0...1, with: [writer.paragraph([border.first]), writer.paragraph([border.second])])
      return Draft(
        page, mine: [.join(page.paragraphs[0], with: page.paragraphs[1])],
        theirs: [writer.pick(border.edits)]
      ).tossed(&writer)
    },
    Kind("paragraph wrapped anew beside an edit") { writer in
      guard !writer.language.isUnspaced else { return nil }
      var page = writer.page(.prose)
      let paragraph = writer.putParagraph((0..<4).map { _ in writer.sentence() }, on: &page)
      page = page.after([.wrap(paragraph, at: writer.pick(30...50))])
      let sentence = writer.pick(paragraph.sentences)
      return Draft(
        page, mine: [.wrap(paragraph, at: writer.pick(55...80))], theirs: [writer.edit(sentence)]
      ).tossed(&writer)
    },
    Kind("curly quotes around an edited word") { writer in
      var page = writer.page()
      let (sentence, word) = writer.word(on: page)
      page.change(word: word.id) { ($0.opening, $0.closing) = ("\"", "\"" + $0.closing) }
      let (quotes, closing) = (writer.language.quotes, word.closing)
      return Draft(
        page,
        mine: [
          .dress(word) { ($0.opening, $0.closing) = (quotes.opening, quotes.closing + closing) }
        ],
        theirs: [writer.another(word, in: sentence)]
      ).tossed(&writer)
    },
    Kind("quotes put around an edited word") { writer in
      let page = writer.page()
      let (sentence, word) = writer.word(on: page)
      let (opening, end) = writer.pick([writer.language.quotes, ("**", "**"), ("(", ")")])
      let closing = end + word.closing
      return Draft(
        page, mine: [.dress(word) { ($0.opening, $0.closing) = (opening, closing) }],
        theirs: [writer.another(word, in: sentence)]
      ).either(.words(sentence)).tossed(&writer)
    },
    Kind("CR LF made LF beside an edit") { writer in
      var page = writer.page()
      page.lineBreak = "\r\n"
      return Draft(
        page, mine: [.page { $0.lineBreak = "\n" }],
        theirs: [writer.edit(writer.pick(page.sentences))]
      ).tossed(&writer)
    },
    Kind("line feed put at the end beside an edit") { writer in
      var page = writer.page()
      let (sentence, last) = writer.sentence(.behind)
      page.paragraphs[page.paragraphs.count - 1].sentences = [sentence]
      page.tail = ""
      return Draft(
        page, mine: [.page { $0.tail = "\n" }], theirs: [writer.another(last, in: sentence)]
      ).tossed(&writer)
    },
  ]
}

extension Edit {
  /// Breaks the lines of a paragraph where they would become longer than so many letters.
  fileprivate static func wrap(_ paragraph: Page.Paragraph, at width: Int) -> Edit {
    // Where lines end is decided once, for the words as they are here.
    var breaks: Set<Int> = []
    var length = 0
    let words = paragraph.sentences.flatMap(\.words)
    for (word, next) in zip(words, words.dropFirst()) {
      length += word.text.count + 1
      guard length + next.text.count > width else { continue }
      breaks.insert(word.id)
      length = 0
    }
    let ends = breaks
    return .page { page in
      for word in words {
        page.change(word: word.id) { $0.gap = ends.contains($0.id) ? "\n" : nil }
      }
    }
  }
}
