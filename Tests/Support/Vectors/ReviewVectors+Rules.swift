extension ReviewVectors {
  /// Histories of which each is there for one rule that decides nothing in the others.
  static var rules: [TextVectors.Case] { ofHunks + ofParagraphs + ofWords + ofAnswers }

  private static func two(
    _ name: String, _ text: String, _ one: TextVectors.Operation...,
    beside other: TextVectors.Operation...
  ) -> TextVectors.Case {
    let event = { (device: UInt8, operations: [TextVectors.Operation]) in
      TextVectors.Event(
        device: device, number: 0, envelope: 0, parents: [0], operations: operations)
    }
    return history(name, start(text), event(1, one), event(2, other))
  }

  private static var ofHunks: [TextVectors.Case] {
    [
      history(
        "typed and taken out in one change", start("ab"),
        raw(1, after: [0], .insert(at: 1, "xyz"), .delete(at: 2, 1))),
      history(
        "an answer that names nothing", start("one two three"),
        raw(
          1, after: [0], .insert(at: 8, "x "), .answer([(0, 9)]), .insert(at: 4, "y "))),
      history(
        "a twin beside another word, one copy taken out", start("a teh b"),
        by(1, after: [0], "a teh b", ("teh", "the")),
        by(2, after: [0], "a teh b", ("teh", "the")),
        raw(1, after: [1, 2], .same, .delete(at: 5, 3)),
        by(4, after: [0], "a teh b", ("teh", "that"))),
      history(
        "a paragraph, and the same words inside a line", start("A"),
        raw(1, after: [0], .insert(at: 1, "c")), raw(1, after: [1], .insert(at: 1, "\nX")),
        raw(2, after: [0], .insert(at: 1, "\nX"))),
    ]
  }

  private static var ofParagraphs: [TextVectors.Case] {
    [
      two(
        "one paragraph at two places", "A.\nB.\n", .insert(at: 0, "N.\n"),
        beside: .insert(at: 6, "N.\n")),
      two(
        "a line break before a paragraph that has both its own", "One\nTwo",
        .insert(at: 3, "\nMid\n"), beside: .delete(at: 3, 1)),
      two(
        "an empty line alike, and one more each", "A.", .insert(at: 2, "\n \nX."),
        beside: .insert(at: 2, "\n \nY.")),
      two(
        "a line alike, farther from the text", "A.", .insert(at: 2, "\nB.\nD."),
        beside: .insert(at: 2, "\n\nB.\n\nC.")),
      two(
        "a line alike, behind one more each", "A.", .insert(at: 2, "\nX.\n\nB."),
        beside: .insert(at: 2, "\nY.\nB.")),
      two(
        "a line alike, farther from what follows", "A.\n", .insert(at: 0, "B.\nC.\n"),
        beside: .insert(at: 0, "B.\nD.\n\n")),
      two(
        "numbers of four digits are words", "1000. a\n1001. b", .insert(at: 15, "\n1002. x"),
        beside: .insert(at: 15, "\n1002. y")),
      two(
        "a list renumbered, and an item appended", "1. a\n2. b", .delete(at: 0, 1),
        .insert(at: 0, "3"), .delete(at: 5, 1), .insert(at: 5, "4"),
        beside: .insert(at: 9, "\n3. c")),
      two(
        "four digits before a full stop are a sentence", "1234. cat", .delete(at: 0, 4),
        .insert(at: 0, "1235"), beside: .delete(at: 0, 4), .insert(at: 0, "1236")),
      two(
        "neighbouring sentences out, at the begin", "I was late. You came. End.",
        .delete(at: 0, 12), beside: .delete(at: 11, 11)),
      two(
        "crossing words out, with all spaces between", "aa bb cc dd.", .delete(at: 3, 6),
        beside: .delete(at: 5, 6)),
    ]
  }

  private static var ofWords: [TextVectors.Case] {
    let party = "el 12 de marzo con un perro"
    return [
      two(
        "put in between spaced Han, two behind", "甲 乙 丙", .insert(at: 4, "好 "),
        beside: .delete(at: 0, 1), .insert(at: 0, "丁")),
      two(
        "put in between spaced Han, two before", "甲 乙 丙", .insert(at: 1, " 好"),
        beside: .delete(at: 4, 1), .insert(at: 4, "丁")),
      two(
        "Han with a link between", "甲-乙", .delete(at: 0, 1), .insert(at: 0, "丁"),
        beside: .delete(at: 2, 1), .insert(at: 2, "戊")),
      two(
        "Han with a full stop between", "甲.乙", .delete(at: 0, 1), .insert(at: 0, "丁"),
        beside: .delete(at: 2, 1), .insert(at: 2, "戊")),
      history(
        "Han: one did what two others did, the last of it at the end", start("甲丙乙"),
        raw(1, after: [0], .delete(at: 0, 1), .insert(at: 0, "丁")),
        raw(2, after: [0], .insert(at: 3, "好")),
        raw(3, after: [0], .delete(at: 0, 1), .insert(at: 0, "丁"), .insert(at: 3, "好"))),
      two(
        "single quotes in another form", "He said 'no' there.", .delete(at: 8, 1),
        .insert(at: 8, "‘"), .delete(at: 11, 1), .insert(at: 11, "’"),
        beside: .delete(at: 3, 15), .insert(at: 3, "cried never here")),
      two(
        "double quotes in another form", "He said \"no\" there.", .delete(at: 8, 1),
        .insert(at: 8, "“"), .delete(at: 11, 1), .insert(at: 11, "”"),
        beside: .delete(at: 3, 15), .insert(at: 3, "cried never here")),
      history(
        "what both changed alike beside what one changed", start(party),
        by(1, after: [0], party, ("12", "13"), ("perro", "gato")),
        by(2, after: [0], party, ("12", "13"), ("marzo", "abril"), ("perro", "pez"))),
      history(
        "what one changed beside what both changed alike", start(party),
        by(1, after: [0], party, ("12", "13"), ("marzo", "abril"), ("perro", "gato")),
        by(2, after: [0], party, ("12", "13"), ("perro", "pez"))),
    ]
  }

  private static var ofAnswers: [TextVectors.Case] {
    let both = TextVectors.Operation.answer([(1, 0), (2, 0)])
    let asked = [
      start("a cat b"), by(1, after: [0], "a cat b", ("cat", "dog")),
      by(2, after: [0], "a cat b", ("cat", "fox")),
    ]
    let cat = { (name: String, events: [TextVectors.Event]) in
      TextVectors.Case(name: name, events: TextVectors.numbered(asked + events))
    }
    let anew = { (device: UInt8, text: String) -> TextVectors.Event in
      raw(device, after: [1, 2], both, .delete(at: 0, 10), .insert(at: 0, text))
    }
    let animals = "One cat. Two dogs."
    let han = "甲乙"
    return [
      history(
        "two parts decided in one change", start(animals),
        by(1, after: [0], animals, ("cat", "fox"), ("dogs", "elks")),
        by(2, after: [0], animals, ("cat", "hen"), ("dogs", "rats")),
        raw(
          1, after: [1, 2], both, .delete(at: 7, 3), .answer([(1, 1), (2, 1)]),
          .delete(at: 13, 4))),
      cat(
        "an answer that puts in a paragraph, beside one",
        [
          raw(1, after: [1, 2], both, .insert(at: 10, "\nX.")),
          raw(3, after: [1, 2], .insert(at: 10, "\nY.")),
        ]),
      cat("an answer that alters white space alone", [anew(1, "a  cat b"), anew(2, "a dog b")]),
      cat("an answer that chooses the base", [anew(1, "a cat b"), anew(2, "a dog b")]),
      history(
        "answers in a script without spaces", start(han), by(1, after: [0], han, ("乙", "丁")),
        by(2, after: [0], han, ("乙", "戊")),
        raw(1, after: [1, 2], both, .delete(at: 0, 3), .insert(at: 0, "甲丁")),
        raw(2, after: [1, 2], both, .delete(at: 0, 3), .insert(at: 0, "甲戊"))),
      history(
        "decided for nothing, beside words taken out", start("a big cat b"),
        raw(1, after: [0], .delete(at: 2, 5)), raw(2, after: [0], .delete(at: 4, 6)),
        raw(1, after: [1, 2], both, .delete(at: 0, 3)), raw(3, after: [1, 2], .delete(at: 0, 2))),
      history(
        "left as it stands, beside its last space", start("a b"),
        raw(1, after: [0], .insert(at: 2, "dog ")), raw(2, after: [0], .insert(at: 2, "fox ")),
        raw(1, after: [1, 2], both),
        raw(3, after: [1, 2], .delete(at: 9, 1), .insert(at: 9, ","))),
    ]
  }
}
