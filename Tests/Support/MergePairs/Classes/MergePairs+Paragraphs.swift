extension MergePairs {
  /// Whole paragraphs, and words of different ones.
  static let paragraphs: [Kind] = [
    Kind("different paragraphs") { writer in
      let page = writer.page()
      let two = writer.pick(2, of: page.paragraphs)
      return Draft(
        page, mine: [writer.edit(writer.pick(two[0].sentences))],
        theirs: [writer.edit(writer.pick(two[1].sentences))])
    },
    Kind("last word and first of the next paragraph") { writer in
      var page = writer.page()
      let border = writer.lineBorder()
      let marker = page.paragraphs[0].marker
      page.paragraphs.replaceSubrange(
        0...1,
        with: [
          writer.paragraph([border.first], marker: marker),
          writer.paragraph([border.second], marker: marker),
        ])
      return Draft(page, mine: [border.edits[0]], theirs: [border.edits[1]]).tossed(&writer)
    },
    Kind("paragraph deleted and edited") { writer in
      let page = writer.page()
      let paragraph = writer.pick(page.paragraphs)
      return Draft(
        page, mine: [.remove(paragraph)], theirs: [writer.edit(writer.pick(paragraph.sentences))]
      ).asking(.kept(by: .theirs)).tossed(&writer)
    },
    Kind("paragraph deleted, a sentence of it too") { writer in
      let page = writer.page(.prose)
      let paragraph = writer.pick(page.paragraphs)
      return Draft(
        page, mine: [.remove(paragraph)], theirs: [.remove(writer.pick(paragraph.sentences))]
      ).tossed(&writer)
    },
    // The words go where the paragraph went, or a person says which of the two is meant.
    Kind("paragraph moved and edited") { writer in
      var draft = writer.move()
      let sentence = writer.pick(draft.moved.sentences)
      draft.draft.theirs = [writer.edit(sentence)]
      return draft.draft.either(.added).tossed(&writer)
    },
    Kind("paragraph moved beside an edit") { writer in
      var draft = writer.move()
      let others = draft.draft.base.paragraphs.filter { $0.id != draft.moved.id }
      draft.draft.theirs = [writer.edit(writer.pick(writer.pick(others).sentences))]
      return draft.draft.tossed(&writer)
    },
  ]
}

extension Writer {
  /// A page of which somebody moves a paragraph.
  mutating func move() -> (draft: Draft, moved: Page.Paragraph) {
    let page = page()
    let moved = pick(page.paragraphs)
    let place = page.paragraphs.firstIndex { $0.id == moved.id } ?? 0
    let others = page.paragraphs.indices.filter { $0 != place && $0 != place - 1 }
    var draft = Draft(page, mine: [.move(moved, behind: page.paragraphs[pick(others)])], theirs: [])
    draft.isWhole = true
    return (draft, moved)
  }
}
