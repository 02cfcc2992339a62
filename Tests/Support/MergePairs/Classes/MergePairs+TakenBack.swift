extension MergePairs {
  /// What one machine did and took back, against what the other did: it weighs nothing.
  static let takenBack: [Kind] = [
    Kind("word taken back") { writer in
      let page = writer.page()
      let (sentence, word) = writer.word(on: page)
      let mine = writer.text(of: word.slot ?? .mood, except: sentence.words.map(\.text))
      var draft = Draft(
        page, mine: [], theirs: [writer.another(word, in: sentence, except: [mine])])
      draft.minesEarlier = [[.replace(word, by: mine)]]
      return draft
    },
    Kind("value taken back") { writer in
      let value = writer.anyValue()
      var page = writer.page()
      let (_, word) = writer.put(value, on: &page)
      var draft = Draft(page, mine: [], theirs: [.replace(word, by: value.theirsText)])
      draft.minesEarlier = [[.replace(word, by: value.mineText)]]
      return draft
    },
    Kind("deletion of a sentence taken back") { writer in
      let page = writer.page(.prose)
      let sentence = writer.pick(page.sentences)
      var draft = Draft(page, mine: [], theirs: [writer.edit(sentence)])
      draft.minesEarlier = [[.remove(sentence)]]
      return draft
    },
    Kind("deletion of a paragraph taken back") { writer in
      let page = writer.page()
      let paragraph = writer.pick(page.paragraphs)
      var draft = Draft(page, mine: [], theirs: [writer.edit(writer.pick(paragraph.sentences))])
      draft.minesEarlier = [[.remove(paragraph)]]
      return draft
    },
    Kind("sentence put in and taken back") { writer in
      let page = writer.page(.prose)
      let place = writer.pick(page.sentences)
      var draft = Draft(page, mine: [], theirs: [.insert(writer.sentence(), .behind, place)])
      draft.minesEarlier = [[.insert(writer.sentence(), .behind, place)]]
      return draft
    },
    Kind("paragraph put in and taken back") { writer in
      let page = writer.page()
      let place = writer.pick(page.paragraphs)
      let new = writer.paragraph(like: page)
      var draft = Draft(
        page, mine: [], theirs: [.insert(writer.paragraph(like: page), .behind, place)])
      draft.minesEarlier = [[.insert(new, .behind, place)]]
      return draft
    },
  ]
}
