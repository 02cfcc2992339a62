extension MergePairs {
  /// What both did alike: it is there, or gone, once.
  static let alike: [Kind] = [
    Kind("same word") { writer in
      let page = writer.page()
      let (sentence, word) = writer.word(on: page)
      return Draft(page, shared: [writer.another(word, in: sentence)])
    },
    Kind("same word put in") { writer in
      var page = writer.page()
      let (_, mood) = writer.placeOfDegree(on: &page)
      let side: Edit.Side = writer.language.degreeFollows ? .behind : .before
      return Draft(page, shared: [.insert(writer.word(of: .degree), side, mood)])
    },
    Kind("same word taken out") { writer in
      var page = writer.page()
      let (_, word) = writer.putSentence(with: .degree, on: &page)
      return Draft(page, shared: [.remove(word)])
    },
    Kind("same sentence written anew") { writer in
      let page = writer.page()
      let sentence = writer.pick(page.sentences)
      return Draft(page, shared: [.rewrite(sentence, as: writer.sentence())])
    },
    Kind("same sentence put in") { writer in
      let page = writer.page(.prose)
      return Draft(
        page, shared: [.insert(writer.sentence(), .behind, writer.pick(page.sentences))])
    },
    Kind("same sentence taken out") { writer in
      let page = writer.page(.prose)
      return Draft(page, shared: [.remove(writer.pick(page.sentences))])
    },
    Kind("same paragraph appended") { writer in
      let page = writer.page(.prose)
      let last = page.paragraphs[page.paragraphs.count - 1]
      return Draft(page, shared: [.insert(writer.paragraph(like: page), .behind, last)])
    },
    Kind("same paragraph put in between") { writer in
      let page = writer.page(.prose)
      let place = writer.pick(page.paragraphs.dropLast())
      return Draft(page, shared: [.insert(writer.paragraph(like: page), .behind, place)])
    },
    Kind("same paragraph taken out") { writer in
      let page = writer.page()
      return Draft(page, shared: [.remove(writer.pick(page.paragraphs))])
    },
    Kind("same paragraph moved") { writer in
      let draft = writer.move().draft
      var alike = Draft(draft.base, shared: draft.mine)
      alike.isWhole = true
      return alike
    },
    Kind("same paragraph put back") { writer in
      let page = writer.page()
      let place = writer.pick(1..<page.paragraphs.count)
      let paragraph = page.paragraphs[place]
      let without = page.after([.remove(paragraph)])
      var draft = Draft(
        without, shared: [.insert(paragraph, .behind, page.paragraphs[place - 1])])
      draft.earlier = [page]
      return draft
    },
    Kind("same item") { writer in
      let page = writer.list(count: writer.pick(2...5))
      let place = writer.chance(oneIn: 2) ? page.paragraphs.count - 1 : 0
      let text = writer.pick(writer.itemTexts(notOn: page))
      let item = writer.item(text, marker: page.paragraphs[0].marker)
      return Draft(page, shared: [.insert(item, .behind, page.paragraphs[place])])
    },
    Kind("same template into an empty text") { writer in
      var page = writer.page(.prose)
      let marker = Page.Marker.signs(writer.pick(["# ", "## ", "- "]))
      let lines = writer.language.headings.map { writer.item($0, marker: marker) }
      (page.paragraphs, page.tail) = ([], "")
      let tail = writer.pick(["", "\n"])
      return Draft(
        page,
        shared: [
          .page {
            $0.paragraphs = lines
            $0.tail = tail
          }
        ])
    },
    Kind("item alike and one more each") { writer in
      let page = writer.list(count: writer.pick(2...4))
      let last = page.paragraphs[page.paragraphs.count - 1]
      let texts = writer.pick(3, of: writer.itemTexts(notOn: page))
      let items = texts.map { writer.item($0, marker: last.marker) }
      return oneMoreEach(page, items, behind: last, &writer)
    },
    Kind("paragraph alike and one more each") { writer in
      let page = writer.page(.prose)
      let last = page.paragraphs[page.paragraphs.count - 1]
      let paragraphs = (0..<3).map { _ in writer.paragraph(like: page) }
      return oneMoreEach(page, paragraphs, behind: last, &writer)
    },
    // Both mended a word alike, and one then thought better of it: that one knew the mended word.
    Kind("same word, then another by one") { writer in
      let page = writer.page()
      let (sentence, word) = writer.word(on: page)
      let alike = writer.text(of: word.slot ?? .mood, except: sentence.words.map(\.text))
      let replaced = Edit.replace(word, by: alike)
      let better = writer.another(word, in: sentence, except: [alike])
      var draft = Draft(page, mine: [better], theirs: [replaced]).accepting([[better]])
      draft.minesEarlier = [[replaced]]
      return draft.either(.words(sentence))
    },
  ]

  /// Both put in one thing alike, and each another behind it, or before.
  private static func oneMoreEach(
    _ page: Page, _ items: [Page.Paragraph], behind last: Page.Paragraph, _ writer: inout Writer
  ) -> Draft {
    let alike = Edit.insert(items[0], .behind, last)
    let side: Edit.Side = writer.chance(oneIn: 2) ? .behind : .before
    return Draft(
      page, shared: [alike], mine: [.insert(items[1], side, items[0])],
      theirs: [.insert(items[2], side, items[0])])
  }
}
