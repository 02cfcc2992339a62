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
  static func both(_ value: Value, _ writer: inout Writer) -> Draft? {
    var page = writer.page()
    let sentence = writer.sentence(holding: value.baseText)
    writer.put(sentence, on: &page)
    guard let word = sentence.words.first(where: { $0.slot == .value }) else { return nil }
    var draft = Draft(page)
    draft.mine = [.replace(word, by: value.mineText)]
    draft.theirs = [.replace(word, by: value.theirsText)]
    draft.verdict = .ask
    draft.place = .words(sentence)
    draft.mixtures = value.mixtures
    return draft.tossed(&writer)
  }

  /// One edits a value, the other a word of the next sentence or paragraph: merge.
  private static func valueBesideFarWord(_ writer: inout Writer) -> Draft? {
    let value = writer.anyValue()
    var page = writer.page()
    let sentence = writer.sentence(holding: value.baseText)
    writer.put(sentence, on: &page)
    let others = page.sentences.filter { $0.id != sentence.id }
    guard let word = sentence.words.first(where: { $0.slot == .value }),
      let other = others.flatMap(\.words).filter({ $0.slot != nil }).randomElement(
        using: &writer.random), let slot = other.slot
    else { return nil }
    var draft = Draft(page)
    draft.mine = [.replace(word, by: value.mineText)]
    draft.theirs = [.replace(other, by: writer.text(of: slot, except: [other.text]))]
    return draft
  }

  /// Each edits a value of its own, in two sentences: merge.
  private static func twoValues(_ writer: inout Writer) -> Draft? {
    let (first, second) = (writer.anyValue(), writer.anyValue())
    var page = writer.page()
    let places = writer.pick(2, of: page.sentences)
    let sentences = [
      writer.sentence(holding: first.baseText), writer.sentence(holding: second.baseText),
    ]
    for (place, sentence) in zip(places, sentences) {
      page.replace(sentence: place.id, by: [sentence])
    }
    let words = sentences.compactMap { $0.words.first { $0.slot == .value } }
    var draft = Draft(page)
    draft.mine = [.replace(words[0], by: first.mineText)]
    draft.theirs = [.replace(words[1], by: second.theirsText)]
    return draft
  }

  /// Both write the same value: it stands once.
  private static func sameValue(_ writer: inout Writer) -> Draft? {
    let value = writer.anyValue()
    var page = writer.page()
    let sentence = writer.sentence(holding: value.baseText)
    writer.put(sentence, on: &page)
    guard let word = sentence.words.first(where: { $0.slot == .value }) else { return nil }
    var draft = Draft(page)
    draft.shared = [.replace(word, by: value.mineText)]
    return draft
  }
}

extension Writer {
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
