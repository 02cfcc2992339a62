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
      let page = writer.page(.prose)
      let two = writer.pick(2, of: writer.pick(page.paragraphs).sentences)
      return Draft(page, mine: [writer.edit(two[0])], theirs: [writer.edit(two[1])])
    },
    Kind("last word and first of the next") { writer in
      // Thai has nothing but a space there: the two words are neighbours.
      guard !writer.language.endsSentencesWithSpace else { return nil }
      var page = writer.page(.prose)
      let (first, last) = writer.sentence(.behind)
      let (second, next) = writer.sentence(.before)
      _ = writer.putParagraph([first, second], on: &page)
      return Draft(
        page, mine: [writer.another(last, in: first)], theirs: [writer.another(next, in: second)]
      ).tossed(&writer)
    },
    Kind("sentence rewritten beside an edit") { writer in
      let page = writer.page(.prose)
      let two = writer.pick(2, of: writer.pick(page.paragraphs).sentences)
      return Draft(
        page, mine: [.rewrite(two[0], as: writer.sentence())], theirs: [writer.edit(two[1])]
      ).tossed(&writer)
    },
    Kind("sentence put in beside an edit") { writer in
      guard !writer.language.endsSentencesWithSpace else { return nil }
      var page = writer.page(.prose)
      let (first, last) = writer.sentence(.behind)
      let (second, next) = writer.sentence(.before)
      _ = writer.putParagraph([first, second], on: &page)
      let edit =
        writer.chance(oneIn: 2)
        ? writer.another(last, in: first) : writer.another(next, in: second)
      return Draft(page, mine: [.insert(writer.sentence(), .behind, first)], theirs: [edit])
        .tossed(&writer)
    },
  ]
}

extension Language {
  /// Whether nothing but a space ends a sentence.
  var endsSentencesWithSpace: Bool {
    patterns.allSatisfy { $0.last.map(\.isLetter) ?? true || $0.hasSuffix("}") }
  }
}
