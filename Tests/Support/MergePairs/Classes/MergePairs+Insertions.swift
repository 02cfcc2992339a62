extension MergePairs {
  /// What both put in at one place.
  static let insertions: [Kind] = [
    // Two sentences at one place contradict each other as little as two paragraphs do, so both may
    // stand, one behind the other. But they often say the same thing in two ways, and then a person
    // wants one of them: a question is as good. Never may one run into the other.
    Kind("sentences put in at one place") { writer in
      let page = writer.page(.prose)
      let sentence = writer.pick(page.paragraphs.compactMap(\.sentences.first))
      return Draft(
        page, mine: [.insert(writer.sentence(), .behind, sentence)],
        theirs: [.insert(writer.sentence(), .behind, sentence)]
      ).either(.added)
    },
    Kind("sentences appended by both") { writer in
      let page = writer.page(.prose)
      let last = page.sentences[page.sentences.count - 1]
      return Draft(
        page, mine: [.insert(writer.sentence(), .behind, last)],
        theirs: [.insert(writer.sentence(), .behind, last)]
      ).either(.added)
    },
    Kind("paragraphs put in at one place") { writer in
      let page = writer.page(.prose)
      let place = writer.pick(page.paragraphs.dropLast())
      return Draft(
        page, mine: [.insert(writer.paragraph(like: page), .behind, place)],
        theirs: [.insert(writer.paragraph(like: page), .behind, place)])
    },
    Kind("paragraphs appended by both") { writer in
      let page = writer.page(.prose)
      let last = page.paragraphs[page.paragraphs.count - 1]
      return Draft(
        page, mine: [.insert(writer.paragraph(like: page), .behind, last)],
        theirs: [.insert(writer.paragraph(like: page), .behind, last)])
    },
    Kind("paragraphs put before all by both") { writer in
      let page = writer.page()
      return Draft(
        page, mine: [.insert(writer.paragraph(like: page), .before, page.paragraphs[0])],
        theirs: [.insert(writer.paragraph(like: page), .before, page.paragraphs[0])])
    },
    Kind("items put in at one place") { writer in
      let page = writer.page(.list)
      let place = writer.pick(page.paragraphs.dropLast())
      return Draft(
        page, mine: [.insert(writer.paragraph(like: page), .behind, place)],
        theirs: [.insert(writer.paragraph(like: page), .behind, place)])
    },
    Kind("items appended by both") { writer in
      let page = writer.list(count: writer.pick(2...5))
      let last = page.paragraphs[page.paragraphs.count - 1]
      let texts = writer.pick(2, of: writer.itemTexts(notOn: page))
      let items = texts.map { writer.item($0, marker: last.marker) }
      return Draft(
        page, mine: [.insert(items[0], .behind, last)], theirs: [.insert(items[1], .behind, last)])
    },
    Kind("paragraph put in beside an edit") { writer in
      let page = writer.page()
      let place = writer.pick(0..<(page.paragraphs.count - 1))
      let beside = page.paragraphs[place + writer.pick(0...1)]
      return Draft(
        page, mine: [.insert(writer.paragraph(like: page), .behind, page.paragraphs[place])],
        theirs: [writer.edit(writer.pick(beside.sentences))]
      ).tossed(&writer)
    },
    // Nothing stood there, so nothing says whether the two belong together: a question, or both.
    Kind("different texts into an empty one") { writer in
      var page = writer.page(.prose)
      let separators = ["\n\n", "\n", page.sentenceGap]
      page.paragraphs = []
      page.tail = ""
      let one = writer.paragraph(writer.pick(1...2))
      let other = writer.paragraph(writer.pick(1...2))
      let mine = Edit.page { $0.paragraphs.append(one) }
      let theirs = Edit.page { $0.paragraphs.append(other) }
      let orders = separators.flatMap { separator in
        [[mine, theirs], [theirs, mine]].map { $0 + [.page { $0.separator = separator }] }
      }
      return Draft(page, mine: [mine], theirs: [theirs]).accepting(orders).either(.added)
    },
  ]
}
