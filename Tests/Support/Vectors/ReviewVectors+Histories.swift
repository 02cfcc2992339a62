extension ReviewVectors {
  /// Histories small enough to be judged by a reader.
  static var histories: [TextVectors.Case] {
    edits + lines + answers + weaves + rules + readings + drawn
  }

  private static let cat = start("a cat b")

  private static var edits: [TextVectors.Case] {
    [
      history(
        "one edit after another", cat, by(1, after: [0], "a cat b", ("cat", "dog")),
        by(2, after: [1], "a dog b", ("dog", "fox"))),
      history(
        "one word, two ways", cat, by(1, after: [0], "a cat b", ("cat", "dog")),
        by(2, after: [0], "a cat b", ("cat", "fox"))),
      history(
        "neighbouring words", start("one two three"),
        by(1, after: [0], "one two three", ("one", "uno")),
        by(2, after: [0], "one two three", ("two", "dos"))),
      history(
        "a word between", start("one two three"),
        by(1, after: [0], "one two three", ("one", "uno")),
        by(2, after: [0], "one two three", ("three", "tres"))),
      history(
        "a full stop between", start("One cat. Two dogs."),
        by(1, after: [0], "One cat. Two dogs.", ("cat", "fox")),
        by(2, after: [0], "One cat. Two dogs.", ("Two", "Six"))),
      history(
        "three beside each other", start("one two three"),
        by(3, after: [0], "one two three", ("one", "uno")),
        by(1, after: [0], "one two three", ("two", "dos")),
        by(2, after: [0], "one two three", ("three", "tres"))),
      history(
        "twins", start("a teh b"), by(1, after: [0], "a teh b", ("teh", "the")),
        by(2, after: [0], "a teh b", ("teh", "the"))),
      history(
        "twins, one copy taken out", start("a teh b"),
        by(1, after: [0], "a teh b", ("teh", "the")), by(2, after: [0], "a teh b", ("teh", "the")),
        raw(1, after: [1, 2], .same, .delete(at: 5, 3))),
      history(
        "three twins, one copy taken out before the third came", start("a teh b"),
        by(1, after: [0], "a teh b", ("teh", "the")), by(2, after: [0], "a teh b", ("teh", "the")),
        by(3, after: [0], "a teh b", ("teh", "the")),
        raw(1, after: [1, 2], .same, .delete(at: 5, 3))),
      history(
        "two neighbouring words corrected twice alike", start("teh cta b"),
        by(1, after: [0], "teh cta b", ("teh", "the"), ("cta", "cat")),
        by(2, after: [0], "teh cta b", ("teh", "the"), ("cta", "cat"))),
      history(
        "deletions, one inside the other", start("a big cat b"),
        raw(1, after: [0], .delete(at: 2, 8)), raw(2, after: [0], .delete(at: 6, 4))),
      history(
        "deletions that cross", start("a big cat b"), raw(1, after: [0], .delete(at: 2, 5)),
        raw(2, after: [0], .delete(at: 4, 6))),
      history(
        "words changed inside what another deletes", start("A. The cat sat. B."),
        raw(1, after: [0], .delete(at: 3, 13)),
        by(2, after: [0], "A. The cat sat. B.", ("cat", "dog"))),
      history(
        "changed and changed back", cat, by(1, after: [0], "a cat b", ("cat", "dog")),
        by(1, after: [1], "a dog b", ("dog", "cat")), by(2, after: [0], "a cat b", ("cat", "fox"))),
      history(
        "an editor left open on one device", cat, by(1, after: [0], "a cat b", ("cat", "dog")),
        by(1, after: [0], "a cat b", ("cat", "fox"))),
      history(
        "Han: three scalars between", start("我喜欢红茶和咖啡"),
        by(1, after: [0], "我喜欢红茶和咖啡", ("我", "你")),
        by(2, after: [0], "我喜欢红茶和咖啡", ("茶", "果"))),
      history(
        "Han: four scalars between", start("我喜欢红茶和咖啡"),
        by(1, after: [0], "我喜欢红茶和咖啡", ("我", "你")),
        by(2, after: [0], "我喜欢红茶和咖啡", ("和", "与"))),
    ]
  }

  private static var lines: [TextVectors.Case] {
    [
      history(
        "words at one gap", start("one"), raw(1, after: [0], .insert(at: 3, " two")),
        raw(2, after: [0], .insert(at: 3, " six"))),
      history(
        "paragraphs at one gap", start("One."), raw(1, after: [0], .insert(at: 4, "\nTwo.")),
        raw(2, after: [0], .insert(at: 4, "\nSix."))),
      history(
        "a paragraph behind a word that is changed", start("One cat"),
        raw(1, after: [0], .insert(at: 7, "\nTwo.")),
        by(2, after: [0], "One cat", ("cat", "dog"))),
      history(
        "a paragraph behind a line that goes on", start("One cat"),
        raw(1, after: [0], .insert(at: 7, "\nTwo.")), raw(2, after: [0], .insert(at: 7, " sat"))),
      history(
        "a paragraph inside lines that are deleted", start("One.\nTwo.\nSix."),
        raw(1, after: [0], .insert(at: 5, "Mid.\n")), raw(2, after: [0], .delete(at: 0, 10))),
      history(
        "a paragraph beside a line break that is deleted", start("One\nTwo"),
        raw(1, after: [0], .insert(at: 3, "\nMid")), raw(2, after: [0], .delete(at: 3, 1))),
      history(
        "a paragraph behind a line break that is deleted", start("One\nTwo"),
        raw(1, after: [0], .insert(at: 4, "Mid\n")), raw(2, after: [0], .delete(at: 3, 1))),
      history(
        "a paragraph behind a line that is deleted", start("One\nTwo\nSix"),
        raw(1, after: [0], .insert(at: 8, "Mid\n")), raw(2, after: [0], .delete(at: 4, 4))),
      history(
        "a paragraph with both its line breaks", start("One\nTwo"),
        raw(1, after: [0], .insert(at: 4, "\nMid\n")), raw(2, after: [0], .delete(at: 3, 1))),
      history(
        "neighbours over a line break", start("One cat\nTwo dogs"),
        by(1, after: [0], "One cat\nTwo dogs", ("cat", "fox")),
        by(2, after: [0], "One cat\nTwo dogs", ("Two", "Six"))),
    ]
  }

  /// The word of `cat` after two devices changed it, and both were merged.
  private static var merged: [TextVectors.Event] {
    [
      cat, by(1, after: [0], "a cat b", ("cat", "dog")),
      by(2, after: [0], "a cat b", ("cat", "fox")),
    ]
  }

  private static var answers: [TextVectors.Case] {
    let both = TextVectors.Operation.answer([(1, 0), (2, 0)])
    let first = TextVectors.Operation.delete(at: 5, 3)
    let second = TextVectors.Operation.delete(at: 2, 3)
    func after(_ name: String, _ events: TextVectors.Event...) -> TextVectors.Case {
      TextVectors.Case(name: name, events: TextVectors.numbered(merged + events))
    }
    return [
      after("answered: the first side", raw(1, after: [1, 2], both, first)),
      after("answered: what stands", raw(1, after: [1, 2], both)),
      after(
        "answered twice alike", raw(1, after: [1, 2], both, first),
        raw(2, after: [1, 2], both, first)),
      after(
        "answered twice, not alike", raw(1, after: [1, 2], both, first),
        raw(2, after: [1, 2], both, second)),
      after(
        "answered twice with one end, written otherwise", raw(1, after: [1, 2], both, first),
        raw(
          2, after: [1, 2], both, .delete(at: 0, 10), .insert(at: 0, "a dog b"))),
      after(
        "answered three times, two of them with one end", raw(1, after: [1, 2], both, first),
        raw(
          2, after: [1, 2], both, .delete(at: 0, 10), .insert(at: 0, "a dog b")),
        raw(3, after: [1, 2], both, second)),
      after(
        "left by one, decided by the other", raw(1, after: [1, 2], both),
        raw(2, after: [1, 2], both, second)),
      after(
        "one of two answers is answered", raw(1, after: [1, 2], both, first),
        raw(2, after: [1, 2], both, second),
        raw(1, after: [3, 4], .answer([(3, 0), (4, 0)]), .insert(at: 2, "fox"))),
      after(
        "an edit that the answer had not seen", raw(1, after: [1, 2], both, first),
        by(3, after: [1, 2], "a dogfox b", ("dogfox", "elk"))),
      after(
        "an ordinary edit settles nothing", by(1, after: [1, 2], "a dogfox b", ("dogfox", "elk"))),
      after(
        "half an answer", raw(1, after: [1, 2], .answer([(1, 0)]), first),
        raw(2, after: [2], .answer([(1, 0), (2, 0), (2, 7)]))),
      after(
        "an answer, and other words changed with it",
        raw(1, after: [1, 2], .delete(at: 9, 1), .insert(at: 9, "c"), both, first)),
      history(
        "one leaves a part that the other decides, who leaves another", start("One cat. Two dogs."),
        by(1, after: [0], "One cat. Two dogs.", ("cat", "fox"), ("dogs", "elks")),
        by(2, after: [0], "One cat. Two dogs.", ("cat", "hen"), ("dogs", "rats")),
        raw(1, after: [1, 2], .answer([(1, 0), (2, 0)])),
        raw(
          2, after: [1, 2], .answer([(1, 0), (2, 0)]), .delete(at: 4, 3),
          .answer([(1, 1), (2, 1)]))),
      history(
        "two parts, the first answered", start("One cat. Two dogs."),
        by(1, after: [0], "One cat. Two dogs.", ("cat", "fox"), ("dogs", "elks")),
        by(2, after: [0], "One cat. Two dogs.", ("cat", "hen"), ("dogs", "rats")),
        raw(1, after: [1, 2], .answer([(1, 0), (2, 0)]), .delete(at: 7, 3))),
    ]
  }

  static func history(_ name: String, _ events: TextVectors.Event...) -> TextVectors.Case {
    TextVectors.Case(name: name, events: TextVectors.numbered(events))
  }

  static func start(_ text: String) -> TextVectors.Event {
    raw(9, after: [], .insert(at: 0, text))
  }

  static func raw(
    _ device: UInt8, after parents: [Int], _ operations: TextVectors.Operation...
  ) -> TextVectors.Event {
    TextVectors.Event(
      device: device, number: 0, envelope: 0, parents: parents, operations: operations)
  }

  /// Replaces whole words, each where it first stands in the text that the author was shown.
  static func by(
    _ device: UInt8, after parents: [Int], _ text: String, _ words: (old: String, new: String)...
  ) -> TextVectors.Event {
    var scalars = Array(text.unicodeScalars)
    var operations: [TextVectors.Operation] = []
    for (old, new) in words {
      let old = Array(old.unicodeScalars)
      guard let place = scalars.indices.first(where: { scalars[$0...].starts(with: old) }) else {
        preconditionFailure("the words are not there")
      }
      scalars.replaceSubrange(place..<place + old.count, with: new.unicodeScalars)
      operations += [.delete(at: place, old.count), .insert(at: place, new)]
    }
    return TextVectors.Event(
      device: device, number: 0, envelope: 0, parents: parents, operations: operations)
  }

  /// Texts whose units are worth a look.
  static let unitTexts = [
    "", "one two", "don't 'quote' dogs' o\u{2019}clock rock'n'roll", "e\u{301}te\u{301} 'e\u{301}'",
    "42, 3.14 and a1b2", "我喜欢red茶", "か\u{3099}なカナ", "ไทยนี้", "a\u{200d}b \u{200d}",
    "\u{1f469}\u{200d}\u{1f52c}ok \u{1f44d}\u{1f3fd} \u{1f1e9}\u{1f1ea}", "字\u{fe00}\u{200d}a",
    "か\u{3099}'s 字's", "a_b-c/d", "\u{301}a", "two\u{a0}words\ttab\nline",
    "at 14:30 on 2026-11-20, 3/4 or 90,500", "https://acme.com/a_b?c=1#d ann@acme.com",
    "J. K. Rey wrote 22. Juni, 3.", "2026年11月20日14時30分に3人", "50% of $90 (C++) \u{2212}5",
    "メールー・テスト中", "ที่ทำงาน-บ้าน", "ดี\u{2019}http", "..a/.b", "am 122. Juni, a-b. C, 3. 4",
  ]

  /// Names of reviews.
  static var ids: [VectorValue] {
    let cases: [(String, Int, Int)] = [
      ("happened", 1, 1), ("title", 2, 2), ("entry", 4, 3), ("zest", 2, 2),
    ]
    return cases.map { field, family, kind in
      let bytes =
        ChangeVectors.entry + PlainEncoder.blob([]) + PlainEncoder.blob(Array(field.utf8))
        + [UInt8(family), UInt8(kind)]
      let id = Array(PlainEncoder.sha256(PlainEncoder.domain("review") + bytes).prefix(10))
      return .object([
        ("entry", .bytes(ChangeVectors.entry)), ("field", .text(field)),
        ("family", .count(family)), ("kind", .count(kind)), ("id", .bytes(id)),
        ("written", .text(PlainEncoder.base32(id))),
      ])
    }
  }
}
