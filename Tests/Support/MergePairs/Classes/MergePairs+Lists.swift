extension MergePairs {
  /// Lists in Markdown.
  static let lists: [Kind] = [
    Kind("item ticked and edited") { writer in
      let page = writer.taskList()
      let item = writer.pick(page.paragraphs)
      return Draft(
        page, mine: [.mark(item, "- [x] ")], theirs: [writer.edit(item.sentences[0])]
      ).tossed(&writer)
    },
    Kind("items ticked by two") { writer in
      let page = writer.taskList()
      let place = writer.pick(0..<(page.paragraphs.count - 1))
      return Draft(
        page, mine: [.mark(page.paragraphs[place], "- [x] ")],
        theirs: [.mark(page.paragraphs[place + 1], "- [x] ")]
      ).tossed(&writer)
    },
    Kind("item ticked and deleted") { writer in
      let page = writer.taskList()
      let item = writer.pick(page.paragraphs)
      return Draft(page, mine: [.remove(item)], theirs: [.mark(item, "- [x] ")])
        .asking(.kept(by: .theirs)).tossed(&writer)
    },
    Kind("item put in beside a deleted one") { writer in
      let page = writer.page(.list)
      let item = writer.pick(page.paragraphs)
      let (insertion, removal) = (
        Edit.insert(writer.paragraph(like: page), .behind, item), Edit.remove(item)
      )
      return Draft(page, mine: [insertion], theirs: [removal]).accepting([[insertion, removal]])
        .tossed(&writer)
    },
    Kind("signs of a list changed beside an edit") { writer in
      let page = writer.page(.list)
      let marker = writer.pick(["+ ", "  - ", "• "])
      let item = writer.pick(page.paragraphs)
      return Draft(
        page, mine: page.paragraphs.map { .mark($0, marker) },
        theirs: [writer.edit(item.sentences[0])]
      ).tossed(&writer)
    },
    Kind("numbered items put in at two places") { writer in
      let page = writer.numberedList()
      let places = writer.pick(2, of: page.paragraphs)
      return Draft(
        page, mine: [.insert(writer.paragraph(like: page), .before, places[0])],
        theirs: [.insert(writer.paragraph(like: page), .before, places[1])]
      ).either(.added)
    },
    Kind("numbered items appended by both") { writer in
      let page = writer.numberedList()
      let last = page.paragraphs[page.paragraphs.count - 1]
      return Draft(
        page, mine: [.insert(writer.paragraph(like: page), .behind, last)],
        theirs: [.insert(writer.paragraph(like: page), .behind, last)]
      ).either(.added)
    },
    Kind("numbered items taken out by both") { writer in
      let page = writer.numberedList()
      let two = writer.pick(2, of: page.paragraphs)
      return Draft(page, mine: [.remove(two[0])], theirs: [.remove(two[1])]).either(.several)
    },
    Kind("numbered item put in beside an edit") { writer in
      let page = writer.numberedList()
      let (place, item) = (writer.pick(page.paragraphs), writer.pick(page.paragraphs))
      return Draft(
        page, mine: [.insert(writer.paragraph(like: page), .before, place)],
        theirs: [writer.edit(item.sentences[0])]
      ).tossed(&writer)
    },
  ]
}

extension Writer {
  /// Things to do, none of which is done.
  fileprivate mutating func taskList() -> Page {
    var page = page(.list)
    for place in page.paragraphs.indices { page.paragraphs[place].marker = .signs("- [ ] ") }
    return page
  }

  /// Items with numbers.
  fileprivate mutating func numberedList() -> Page {
    var page = page(.list)
    for place in page.paragraphs.indices { page.paragraphs[place].marker = .number }
    return page
  }
}
