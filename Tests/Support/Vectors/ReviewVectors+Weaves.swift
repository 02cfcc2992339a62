extension ReviewVectors {
  /// Histories in which what stands is not what the changes give, or would be easy to take wrongly.
  static var weaves: [TextVectors.Case] {
    values + sentences + paragraphs + taken + carried + mended
  }

  private static func two(
    _ name: String, _ text: String, _ one: (String, String), _ other: (String, String)
  ) -> TextVectors.Case {
    history(name, start(text), by(1, after: [0], text, one), by(2, after: [0], text, other))
  }

  private static var values: [TextVectors.Case] {
    [
      two("a time, two ways", "at 14:30 sharp", ("14:30", "15:30"), ("14:30", "14:00")),
      two("a time at both ends", "at 14:30 sharp", ("14", "15"), ("30", "00")),
      two("day and month", "on 12 March we met", ("12", "13"), ("March", "April")),
      two("a day before a full stop", "am 22. Juni hier", ("22", "23"), ("Juni", "Juli")),
      two("a number, a short word, a month", "el 12 de marzo", ("12", "13"), ("marzo", "abril")),
      two("a sign and its number", "for $90 now", ("$", "€"), ("90", "95")),
      two("katakana at both ends", "ページをスタートする。", ("スタ", "サマ"), ("ート", "ーク")),
      two("Thai within one word", "ฉันทำงานที่นี่", ("ทำ", "พบ"), ("งาน", "กัน")),
      two("a path behind signs", "in ./notes/july.txt here", ("notes", "offers"), ("july", "june")),
    ]
  }

  private static var carried: [TextVectors.Case] {
    let page = "One cat sat.\nTwo dogs ran.\nSix.\n"
    return [
      two("thousands", "read 94\u{202f}600 aloud", ("94", "93"), ("600", "700")),
      history(
        "a paragraph carried elsewhere, and edited", start(page),
        raw(1, after: [0], .delete(at: 0, 13), .insert(at: 19, "One cat sat.\n")),
        by(2, after: [0], page, ("cat", "fox"))),
      history(
        "words carried within a line, and one taken out", start(page),
        raw(1, after: [0], .delete(at: 0, 12), .insert(at: 14, " One cat sat.")),
        by(2, after: [0], page, (" cat", ""))),
      history(
        "the end of a line replaced, and a line behind it by both", start("A b"),
        raw(1, after: [0], .delete(at: 2, 1), .insert(at: 2, "c\nN o.")),
        raw(2, after: [0], .insert(at: 3, "\nN o."))),
      history(
        "the end of a line replaced, then a line behind it, by both", start("A b"),
        raw(1, after: [0], .delete(at: 2, 1), .insert(at: 2, "c")),
        raw(1, after: [1], .insert(at: 3, "\nN o.")), raw(2, after: [0], .insert(at: 3, "\nN o."))),
      history(
        "lines that end in carriage returns and line feeds", start("A b.\r\nC d."),
        raw(1, after: [0], .insert(at: 4, "\r\nN o.")),
        raw(2, after: [0], .insert(at: 4, "\r\nN p."))),
    ]
  }

  private static var sentences: [TextVectors.Case] {
    [
      two(
        "most of a sentence by both", "We met. I was late again. It rained.",
        ("I was late again", "Nobody told me that"), ("I was late again", "The train stood still")),
      two(
        "two things in one sentence", "I was sad and tired then.",
        ("sad and tired", "glad and awake"),
        ("sad and tired", "calm and sleepy")),
      two(
        "a sentence out, and edited", "A b. I was late. C d.", ("I was late. ", ""), ("late", "ill")
      ),
      two(
        "neighbouring sentences out", "A b. I was late. You came.", ("I was late. ", ""),
        (" You came.", "")),
      two(
        "crossing sentences out", "A b. C d. E f. G h.", ("C d. E f. ", ""), ("E f. G h.", "")),
      history(
        "sentences added at one place", start("A b."), raw(1, after: [0], .insert(at: 4, " C d.")),
        raw(2, after: [0], .insert(at: 4, " C e."))),
      history(
        "a space trimmed, a sentence behind it", start("A b. "),
        raw(1, after: [0], .delete(at: 4, 1)), raw(2, after: [0], .insert(at: 5, "C d."))),
      history(
        "a sentence before a word that is changed", start("A b. C d."),
        by(1, after: [0], "A b. C d.", ("C", "E")), raw(2, after: [0], .insert(at: 5, "F g. "))),
      two(
        "three words apart, and one in common", "one two three four five six",
        ("two", "2"), ("two", "zwei")),
    ]
  }

  private static var paragraphs: [TextVectors.Case] {
    [
      history(
        "the same paragraph appended", start("A."), raw(1, after: [0], .insert(at: 2, "\n\nB.")),
        raw(2, after: [0], .insert(at: 2, "\n\nB."))),
      history(
        "an item alike and one more each", start("- a"),
        raw(1, after: [0], .insert(at: 3, "\n- b\n- c")),
        raw(2, after: [0], .insert(at: 3, "\n- d\n- c"))),
      history(
        "a paragraph and a further sentence", start("A."),
        raw(1, after: [0], .insert(at: 2, "\n\nB.")), raw(2, after: [0], .insert(at: 2, " C."))),
      history(
        "an item ticked, and taken out", start("- [ ] a\n- [ ] b\n"),
        raw(1, after: [0], .delete(at: 3, 1), .insert(at: 3, "x")),
        raw(2, after: [0], .delete(at: 0, 8))),
      history(
        "numbered items put in at two places", start("1. a\n2. b\n3. c"),
        raw(
          1, after: [0], .insert(at: 5, "2. x\n"), .delete(at: 10, 1), .insert(at: 10, "3"),
          .delete(at: 15, 1), .insert(at: 15, "4")),
        raw(2, after: [0], .insert(at: 10, "3. y\n"), .delete(at: 15, 1), .insert(at: 15, "4"))),
      history(
        "numbered items appended", start("1. a\n2. b"),
        raw(1, after: [0], .insert(at: 9, "\n3. x")),
        raw(2, after: [0], .insert(at: 9, "\n3. y"))),
    ]
  }

  private static var mended: [TextVectors.Case] {
    [
      history(
        "a space taken out between words without spaces, one of them edited", start("上周 走路。"),
        raw(1, after: [0], .delete(at: 2, 1)), by(2, after: [0], "上周 走路。", ("上周", "昨天"))),
      history(
        "a space trimmed behind words without spaces, and words behind it", start("上周走路 "),
        raw(1, after: [0], .delete(at: 4, 1)), raw(2, after: [0], .insert(at: 5, "昨天"))),
      history(
        "a double space mended, the word before it taken out", start("one two  three"),
        raw(1, after: [0], .delete(at: 4, 4)), raw(2, after: [0], .delete(at: 8, 1))),
      history(
        "a line wrapped anew, and a word written anew", start("when Grace\ncalled me."),
        by(1, after: [0], "when Grace\ncalled me.", ("Grace", "Emma")),
        raw(2, after: [0], .delete(at: 10, 7), .insert(at: 11, "called\n"))),
      history(
        "a paragraph split before a word that is written anew", start("很高兴。后来我走。"),
        raw(1, after: [0], .insert(at: 4, "最"), .delete(at: 6, 1)),
        raw(2, after: [0], .insert(at: 4, "\n\n"))),
      history(
        "an item put in twice, once behind an empty line", start("A."),
        raw(1, after: [0], .insert(at: 2, "\nB\nC\nB\n\nD")),
        raw(2, after: [0], .insert(at: 2, "\nB\nC"))),
    ]
  }

  private static var taken: [TextVectors.Case] {
    let cat = start("a cat b")
    return [
      history(
        "a sentence out and put back, edited elsewhere", start("A b. I was late. C d."),
        raw(1, after: [0], .delete(at: 5, 12)), raw(1, after: [1], .insert(at: 5, "I was late. ")),
        by(2, after: [0], "A b. I was late. C d.", ("late", "ill"))),
      history(
        "put in and taken out again, put in elsewhere", start("A."),
        raw(1, after: [0], .insert(at: 2, " B.")), raw(1, after: [1], .delete(at: 2, 3)),
        raw(2, after: [0], .insert(at: 2, " C."))),
      history(
        "what stands is written over", cat, by(1, after: [0], "a cat b", ("cat", "dog")),
        by(2, after: [0], "a cat b", ("cat", "fox")),
        raw(1, after: [1, 2], .delete(at: 2, 6), .insert(at: 2, "elk"))),
      history(
        "answered apart, each written anew", cat, by(1, after: [0], "a cat b", ("cat", "dog")),
        by(2, after: [0], "a cat b", ("cat", "fox")),
        raw(
          1, after: [1, 2], .answer([(1, 0), (2, 0)]), .delete(at: 0, 10),
          .insert(at: 0, "a dog b")),
        raw(
          2, after: [1, 2], .answer([(1, 0), (2, 0)]), .delete(at: 0, 10),
          .insert(at: 0, "a fox b"))),
    ]
  }
}
