extension MergePairs {
  /// Words of one sentence, edited by both.
  static let words: [Kind] = [
    Kind("word replaced by both") { writer in
      let page = writer.page()
      let (sentence, word) = writer.word(on: page)
      let mine = writer.text(of: word.slot ?? .mood, except: sentence.words.map(\.text))
      var draft = Draft(
        page, mine: [.replace(word, by: mine)],
        theirs: [writer.another(word, in: sentence, except: [mine])])
      if writer.chance(oneIn: 5) {
        draft.minesEarlier = [[writer.another(word, in: sentence, except: [mine])]]
      }
      return draft.asking(.words(sentence))
    },
    Kind("word grown by both") { writer in
      both(
        Value(words: writer.pick(writer.language.endings).shuffled(using: &writer.random)), &writer)
    },
    Kind("word at both ends") { writer in
      both(Value(words: writer.pick(writer.language.bothEnds)), &writer)
    },
    Kind("word grown and replaced") { writer in
      let families = writer.pick(2, of: writer.language.endings)
      return both(Value(words: [families[0][0], families[0][1], families[1][0]]), &writer)
    },
    Kind("word deleted and replaced") { writer in
      var page = writer.page()
      let (sentence, word) = writer.putSentence(with: .degree, on: &page)
      return Draft(page, mine: [.remove(word)], theirs: [writer.another(word, in: sentence)])
        .asking(.kept(by: .theirs)).tossed(&writer)
    },
    Kind("neighbours rewritten") { writer in
      var page = writer.page()
      let (sentence, degree) = writer.putSentence(with: .degree, on: &page)
      let mood = writer.pick(sentence.words.filter { $0.slot == .mood })
      return Draft(
        page, mine: [writer.another(degree, in: sentence)],
        theirs: [writer.another(mood, in: sentence)]
      ).asking(.words(sentence)).tossed(&writer)
    },
    Kind("word put in beside an edit") { writer in
      var page = writer.page()
      let (sentence, mood) = writer.placeOfDegree(on: &page)
      let degree = writer.word(of: .degree)
      return Draft(
        page, mine: [.insert(degree, writer.language.sideOfDegree, mood)],
        theirs: [writer.another(mood, in: sentence)]
      ).asking(.words(sentence)).tossed(&writer)
    },
    Kind("two words put in at one place") { writer in
      var page = writer.page()
      let (sentence, mood) = writer.placeOfDegree(on: &page)
      let mine = writer.word(of: .degree)
      let theirs = writer.word(of: .degree, except: [mine.text])
      let side = writer.language.sideOfDegree
      return Draft(
        page, mine: [.insert(mine, side, mood)], theirs: [.insert(theirs, side, mood)]
      ).asking(.words(sentence))
    },
    // "Very tired" made "tired" here and "very sad" there: "sad" is nobody's lie, and yet nobody's
    // sentence. A person is well served by either.
    Kind("word deleted beside an edit") { writer in
      var page = writer.page()
      let (sentence, degree) = writer.putSentence(with: .degree, on: &page)
      let mood = writer.pick(sentence.words.filter { $0.slot == .mood })
      return Draft(page, mine: [.remove(degree)], theirs: [writer.another(mood, in: sentence)])
        .either(.words(sentence)).tossed(&writer)
    },
    Kind("far words of a sentence") { writer in
      let page = writer.page()
      guard let (sentence, first, last) = writer.farWords(on: page) else { return nil }
      return Draft(
        page, mine: [writer.another(first, in: sentence)],
        theirs: [writer.another(last, in: sentence)]
      ).tossed(&writer)
    },
    Kind("far word and one in common") { writer in
      let page = writer.page()
      guard let (sentence, first, last) = writer.farWords(on: page) else { return nil }
      let far = writer.another(first, in: sentence)
      let taken = sentence.words.map(\.text)
      let mine = writer.text(of: last.slot ?? .mood, except: taken)
      let theirs = writer.text(of: last.slot ?? .mood, except: taken + [mine])
      var draft = Draft(
        page, mine: [far, .replace(last, by: mine)], theirs: [.replace(last, by: theirs)])
      // What only one of them did is in the sentence once; the two words stand side by side.
      draft.alsoBoth = [[mine, theirs], [theirs, mine]].map {
        [far, .replace(last, by: $0.joined(separator: page.wordGap))]
      }
      return draft.asking(.sentence(sentence)).tossed(&writer)
    },
    Kind("same word, and a far one by one") { writer in
      let page = writer.page()
      guard let (sentence, first, last) = writer.farWords(on: page) else { return nil }
      return Draft(
        page, shared: [writer.another(last, in: sentence)],
        mine: [writer.another(first, in: sentence)]
      ).tossed(&writer)
    },
    Kind("words of two sentences by both") { writer in
      let page = writer.page()
      let edits = writer.pick(2, of: page.paragraphs).map { paragraph in
        let sentence = writer.pick(paragraph.sentences)
        let word = writer.pick(sentence.words.filter { $0.hasOthers })
        let text = writer.text(of: word.slot ?? .mood, except: sentence.words.map(\.text))
        return (
          Edit.replace(word, by: text), writer.another(word, in: sentence, except: [text])
        )
      }
      return Draft(page, mine: edits.map(\.0), theirs: edits.map(\.1)).asking(.several)
    },
    Kind("emoji replaced by both") { writer in
      both(
        Value(
          words: writer.pick(
            3, of: ["👍", "👍🏽", "👎", "🙂", "😟", "❤️", "👩‍💻", "👩🏽‍💻", "🇩🇪", "🇩🇰"])), &writer)
    },
  ]
}

extension Value {
  /// One word, as both saw it, and as each has it.
  fileprivate init(words: [String]) {
    self.init(signs: ["", ""], base: [words[0]], mine: (0, words[1]), theirs: (0, words[2]))
  }
}

extension Language {
  /// On which side of a mood the word stands that says how much.
  fileprivate var sideOfDegree: Edit.Side { degreeFollows ? .behind : .before }

  /// Two words that may be replaced, with enough between them that they have nothing to do with
  /// each other: three words, or where there are no spaces, six letters.
  fileprivate func farWords(of sentence: Page.Sentence) -> (Page.Word, Page.Word)? {
    let words = sentence.words
    guard let first = words.firstIndex(where: { $0.hasOthers }),
      let last = words.lastIndex(where: { $0.hasOthers }), first < last
    else { return nil }
    let between = words[(first + 1)..<last]
    let isFar =
      isUnspaced ? between.reduce(0) { $0 + $1.text.count } >= 6 : between.count >= 3
    return isFar ? (words[first], words[last]) : nil
  }
}

extension Writer {
  fileprivate mutating func farWords(on page: Page) -> (Page.Sentence, Page.Word, Page.Word)? {
    page.sentences.compactMap { sentence in
      language.farWords(of: sentence).map { (sentence, $0.0, $0.1) }
    }.randomElement(using: &random)
  }
}
