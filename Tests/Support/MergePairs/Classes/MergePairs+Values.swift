extension MergePairs {
  /// One value, edited by both: at two of its ends, or replaced by both.
  static let values: [Kind] = [
    value("time") { $0.time() },
    value("iso date") { $0.isoDate() },
    value("dotted date") { $0.dottedDate() },
    value("date in words") { $0.wordDate() },
    value("fraction") { $0.fraction() },
    value("decimal") { $0.decimal() },
    value("amount") { $0.amount() },
    value("range") { $0.range() },
    value("mail address") { $0.mail() },
    value("link") { $0.link() },
    value("file path") { $0.path() },
    value("version") { $0.version() },
    value("hyphenated word") { $0.hyphenated() },
    value("snake case") { $0.snake() },
    value("initials") { $0.initials() },
    value("sign and number") { $0.sign() },
    value("phone number") { $0.phone() },
    value("number replaced") { $0.number() },
    value("number grown") { $0.grownNumber() },
    Kind("day of a date replaced by both") { writer in both(writer.day(), &writer) },
    Kind("same part of a value by both") { writer in
      var value = writer.anyValue()
      while value.third == nil { value = writer.anyValue() }
      value.theirs = (value.mine.part, value.third ?? "")
      return both(value, &writer)
    },
    Kind("value beside far word", valueBesideFarWord),
    Kind("two values apart", twoValues),
    Kind("same value", sameValue),
  ]

  /// Both edit the value: ask.
  private static func value(
    _ name: String, _ draw: @escaping @Sendable (inout Writer) -> Value
  ) -> Kind {
    Kind(name) { writer in
      let value = draw(&writer)
      return both(value, &writer)
    }
  }

  /// Both write a value of their own: ask.
  static func both(_ value: Value, _ writer: inout Writer) -> Draft {
    var page = writer.page()
    let (sentence, word) = writer.put(value, on: &page)
    var draft = Draft(
      page, mine: [.replace(word, by: value.mineText)],
      theirs: [.replace(word, by: value.theirsText)])
    draft.mixtures = value.mixtures
    return draft.asking(.words(sentence)).tossed(&writer)
  }

  /// One edits a value, the other a word of another sentence: merge.
  private static func valueBesideFarWord(_ writer: inout Writer) -> Draft {
    let value = writer.anyValue()
    var page = writer.page()
    let (sentence, word) = writer.put(value, on: &page)
    let other = writer.pick(
      page.sentences.filter { other in
        other.id != sentence.id && other.words.contains { $0.hasOthers }
      })
    return Draft(page, mine: [.replace(word, by: value.mineText)], theirs: [writer.edit(other)])
      .tossed(&writer)
  }

  /// Each edits a value of its own, in two sentences: merge.
  private static func twoValues(_ writer: inout Writer) -> Draft {
    let values = [writer.anyValue(), writer.anyValue()]
    var page = writer.page()
    let places = writer.pick(2, of: page.sentences)
    let words = zip(values, places).map { value, place in
      let sentence = writer.sentence(holding: value.baseText)
      page.replace(sentence: place.id, by: [sentence])
      return writer.pick(sentence.words.filter { $0.slot == .value })
    }
    return Draft(
      page, mine: [.replace(words[0], by: values[0].mineText)],
      theirs: [.replace(words[1], by: values[1].theirsText)])
  }

  /// Both write the same value: it stands once.
  private static func sameValue(_ writer: inout Writer) -> Draft {
    let value = writer.anyValue()
    var page = writer.page()
    let (_, word) = writer.put(value, on: &page)
    return Draft(page, shared: [.replace(word, by: value.mineText)])
  }
}

extension Writer {
  /// Puts a sentence that holds a value on a page.
  mutating func put(_ value: Value, on page: inout Page) -> (Page.Sentence, Page.Word) {
    let sentence = sentence(holding: value.baseText)
    put(sentence, on: &page)
    return (sentence, pick(sentence.words.filter { $0.slot == .value }))
  }

  /// A value of any kind.
  mutating func anyValue() -> Value {
    switch pick(0..<10) {
    case 0: time()
    case 1: isoDate()
    case 2: fraction()
    case 3: decimal()
    case 4: amount()
    case 5: mail()
    case 6: link()
    case 7: wordDate()
    case 8: sign()
    default: number()
    }
  }
}
