extension MergePairs {
  /// Whole sentences, and words of different ones.
  static let sentences: [Kind] = [
    Kind("sentence rewritten by both") { writer in
      let page = writer.page()
      let sentence = writer.pick(page.sentences)
      return Draft(
        page, mine: [.rewrite(sentence, as: writer.sentence())],
        theirs: [.rewrite(sentence, as: writer.sentence())]
      ).asking(.sentence(sentence))
    },
    Kind("sentence rewritten and edited") { writer in
      let page = writer.page()
      let sentence = writer.pick(page.sentences)
      return Draft(
        page, mine: [.rewrite(sentence, as: writer.sentence())], theirs: [writer.edit(sentence)]
      ).asking(.sentence(sentence)).tossed(&writer)
    },
    Kind("sentence deleted and edited") { writer in
      let page = writer.page(.prose)
      let sentence = writer.pick(page.sentences)
      return Draft(page, mine: [.remove(sentence)], theirs: [writer.edit(sentence)])
        .asking(.kept(by: .theirs)).tossed(&writer)
    },
    Kind("sentence deleted and rewritten") { writer in
      let page = writer.page(.prose)
      let sentence = writer.pick(page.sentences)
      return Draft(
        page, mine: [.remove(sentence)], theirs: [.rewrite(sentence, as: writer.sentence())]
      ).asking(.kept(by: .theirs)).tossed(&writer)
    },
    Kind("sentences of a paragraph") { writer in
      var page = writer.page(.prose)
      let two = writer.twoSentences(on: &page)
      return Draft(page, mine: [writer.edit(two[0])], theirs: [writer.edit(two[1])])
    },
    Kind("last word and first of the next") { writer in
      guard let border = writer.border() else { return nil }
      var page = writer.page(.prose)
      writer.putParagraph([border.first, border.second], on: &page)
      return Draft(page, mine: [border.edits[0]], theirs: [border.edits[1]]).tossed(&writer)
    },
    Kind("sentence rewritten beside an edit") { writer in
      var page = writer.page(.prose)
      let two = writer.twoSentences(on: &page)
      return Draft(
        page, mine: [.rewrite(two[0], as: writer.sentence())], theirs: [writer.edit(two[1])]
      ).tossed(&writer)
    },
    Kind("sentence put in beside an edit") { writer in
      guard let border = writer.border() else { return nil }
      var page = writer.page(.prose)
      writer.putParagraph([border.first, border.second], on: &page)
      return Draft(
        page, mine: [.insert(writer.sentence(), .behind, border.first)],
        theirs: [writer.pick(border.edits)]
      ).tossed(&writer)
    },
  ]
}

extension Writer {
  /// Two sentences of a paragraph; where nothing but a space ends one, with another between them.
  fileprivate mutating func twoSentences(on page: inout Page) -> [Page.Sentence] {
    guard language.endsSentencesWithSpace else {
      return pick(2, of: pick(page.paragraphs).sentences)
    }
    let sentences = (0..<3).map { _ in sentence() }
    putParagraph(sentences, on: &page)
    return [sentences[0], sentences[2]].shuffled(using: &random)
  }
}
