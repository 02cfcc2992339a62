extension MergePairs {
  /// Words of one sentence, edited by both.
  static let words: [Kind] = [
    Kind("word replaced by both", wordByBoth),
    Kind("word grown by both", wordGrown),
    Kind("word at both ends", wordAtBothEnds),
    Kind("word grown and replaced", wordGrownAndReplaced),
    Kind("word deleted and edited", wordDeletedAndEdited),
    Kind("neighbours rewritten", neighbours),
    Kind("word put in beside an edit", putInBesideEdit),
    Kind("two words put in at one place", putInAtOnePlace),
    Kind("far words of a sentence", farWords),
    Kind("emoji replaced by both", emoji),
  ]

  /// Both put another word of the same list in the place of one: ask.
  private static func wordByBoth(_ writer: inout Writer) -> Draft? {
    let page = writer.page()
    guard let (sentence, word, slot) = writer.word(on: page) else { return nil }
    var draft = Draft(page)
    let mine = writer.text(of: slot, except: sentence.words.map(\.text))
    let theirs = writer.text(of: slot, except: sentence.words.map(\.text) + [mine])
    draft.mine = [.replace(word, by: mine)]
    draft.theirs = [.replace(word, by: theirs)]
    draft.verdict = .ask
    draft.place = .words(sentence)
    return draft
  }

  /// Both lengthen or shorten a word: ask.
  private static func wordGrown(_ writer: inout Writer) -> Draft? {
    let forms = writer.pick(writer.language.endings).shuffled(using: &writer.random)
    return both(Value(words: forms), &writer)
  }

  /// One puts letters before a word, the other behind it: ask.
  private static func wordAtBothEnds(_ writer: inout Writer) -> Draft? {
    let forms = writer.pick(writer.language.bothEnds)
    let value = Value(words: forms)
    return both(value, &writer)
  }

  /// One lengthens a word, the other puts another in its place: ask.
  private static func wordGrownAndReplaced(_ writer: inout Writer) -> Draft? {
    let families = writer.pick(2, of: writer.language.endings)
    let value = Value(words: [families[0][0], families[0][1], families[1][0]])
    return both(value, &writer)
  }

  /// One takes a word out, the other puts another in its place: ask.
  private static func wordDeletedAndEdited(_ writer: inout Writer) -> Draft? {
    var page = writer.page()
    guard let (_, word) = writer.putSentence(with: .degree, on: &page) else { return nil }
    var draft = Draft(page)
    draft.mine = [.remove(word)]
    draft.theirs = [.replace(word, by: writer.text(of: .degree, except: [word.text]))]
    draft.verdict = .ask
    draft.place = .kept(by: .theirs)
    return draft.tossed(&writer)
  }

  /// Each puts another word in the place of one of two that stand side by side: ask.
  private static func neighbours(_ writer: inout Writer) -> Draft? {
    var page = writer.page()
    guard let (sentence, degree) = writer.putSentence(with: .degree, on: &page),
      let mood = sentence.words.first(where: { $0.slot == .mood })
    else { return nil }
    let first = Edit.replace(degree, by: writer.text(of: .degree, except: [degree.text]))
    let second = Edit.replace(mood, by: writer.text(of: .mood, except: [mood.text]))
    var draft = Draft(page)
    (draft.mine, draft.theirs) = ([first], [second])
    draft.verdict = .ask
    draft.place = .words(sentence)
    return draft.tossed(&writer)
  }

  /// One puts in a word beside one that the other replaces: ask.
  private static func putInBesideEdit(_ writer: inout Writer) -> Draft? {
    let page = writer.page()
    guard let (sentence, mood) = writer.placeOfDegree(on: page) else { return nil }
    let degree = writer.word(of: .degree)
    let first = Edit.insert(degree, writer.language.sideOfDegree, mood)
    let second = Edit.replace(mood, by: writer.text(of: .mood, except: [mood.text]))
    var draft = Draft(page)
    (draft.mine, draft.theirs) = ([first], [second])
    draft.verdict = .ask
    draft.place = .words(sentence)
    return draft.tossed(&writer)
  }

  /// Both put in a word at one place: ask.
  private static func putInAtOnePlace(_ writer: inout Writer) -> Draft? {
    let page = writer.page()
    guard let (sentence, mood) = writer.placeOfDegree(on: page) else { return nil }
    let mine = writer.word(of: .degree)
    let theirs = writer.word(of: .degree, except: [mine.text])
    var draft = Draft(page)
    draft.mine = [.insert(mine, writer.language.sideOfDegree, mood)]
    draft.theirs = [.insert(theirs, writer.language.sideOfDegree, mood)]
    draft.verdict = .ask
    draft.place = .words(sentence)
    return draft
  }

  /// Each replaces a word of one sentence, with others between: merge.
  private static func farWords(_ writer: inout Writer) -> Draft? {
    let page = writer.page(.prose)
    let places = page.sentences.compactMap { sentence in
      writer.language.farWords(of: sentence).map { ($0, sentence) }
    }
    guard let ((first, second), sentence) = places.randomElement(using: &writer.random),
      let one = first.slot, let other = second.slot
    else { return nil }
    let texts = sentence.words.map(\.text)
    let replaced = writer.text(of: one, except: texts)
    var draft = Draft(page)
    draft.mine = [.replace(first, by: replaced)]
    draft.theirs = [.replace(second, by: writer.text(of: other, except: texts + [replaced]))]
    return draft.tossed(&writer)
  }

  /// Both put another emoji in the place of one: ask.
  private static func emoji(_ writer: inout Writer) -> Draft? {
    let emoji = writer.pick(3, of: ["👍", "👍🏽", "👎", "🙂", "😟", "❤️", "👩‍💻", "👩🏽‍💻", "🇩🇪", "🇩🇰"])
    return both(Value(words: emoji), &writer)
  }
}

extension Value {
  /// One word, as both saw it, and as each has it.
  init(words: [String]) {
    self.init(signs: ["", ""], base: [words[0]], mine: (0, words[1]), theirs: (0, words[2]))
  }
}

extension Language {
  /// On which side of a mood the word stands that says how much.
  var sideOfDegree: Edit.Side { degreeFollows ? .behind : .before }

  /// Two words that may be replaced, with enough between them that they have nothing to do with each
  /// other: three words, or where there are no spaces, six letters.
  func farWords(of sentence: Page.Sentence) -> (Page.Word, Page.Word)? {
    let words = sentence.words
    guard let first = words.firstIndex(where: { $0.slot != nil }),
      let last = words.lastIndex(where: { $0.slot != nil }), first < last
    else { return nil }
    let between = words[(first + 1)..<last]
    let isFar =
      isUnspaced ? between.reduce(0) { $0 + $1.text.count } >= 6 : between.count >= 3
    return isFar ? (words[first], words[last]) : nil
  }
}

extension Writer {
  /// A word that has a list, and its sentence.
  mutating func word(on page: Page) -> (Page.Sentence, Page.Word, Language.Slot)? {
    guard let sentence = place(on: page, where: { $0.words.contains { $0.slot != nil } }),
      let word = sentence.words.filter({ $0.slot != nil }).randomElement(using: &random),
      let slot = word.slot
    else { return nil }
    return (sentence, word, slot)
  }

  /// Puts a sentence that has a word of a list on a page.
  mutating func putSentence(
    with slot: Language.Slot, on page: inout Page
  ) -> (Page.Sentence, Page.Word)? {
    let fitting = language.patterns.filter { $0.contains("{\(slot.rawValue)}") }
    let sentence = sentence(of: pick(fitting))
    put(sentence, on: &page)
    return sentence.words.first { $0.slot == slot }.map { (sentence, $0) }
  }

  /// A mood on a page that no word says how much of, and its sentence.
  mutating func placeOfDegree(on page: Page) -> (Page.Sentence, Page.Word)? {
    let sentence = place(on: page) { sentence in
      sentence.words.contains { $0.slot == .mood }
        && !sentence.words.contains { $0.slot == .degree }
    }
    guard let sentence, let mood = sentence.words.first(where: { $0.slot == .mood }) else {
      return nil
    }
    return (sentence, mood)
  }
}
