extension ReviewVectors {
  /// Histories in which it matters where an edit is told, and with which others it is one.
  static var readings: [TextVectors.Case] { alike + told + beside + between }

  private static func two(
    _ name: String, _ text: String, _ one: (String, String), _ other: (String, String)
  ) -> TextVectors.Case {
    history(name, start(text), by(1, after: [0], text, one), by(2, after: [0], text, other))
  }

  private static var alike: [TextVectors.Case] {
    let text = "I saw teh cat here."
    return [
      two(
        "a word mended by both, its neighbour changed by one", text, ("teh", "the"),
        ("teh cat", "the dog")),
      two(
        "a word mended by both, its neighbour changed by both", text, ("teh cat", "the fox"),
        ("teh cat", "the dog")),
      two(
        "a word mended by both, its neighbour taken out by one", text, ("teh", "the"),
        ("teh cat ", "the ")),
      history(
        "a word mended by two, its neighbours changed by the third", start(text),
        by(1, after: [0], text, ("saw teh", "met the")), by(2, after: [0], text, ("teh", "the")),
        by(3, after: [0], text, ("teh cat", "the dog"))),
      two(
        "a word mended by both, and a sign put in behind it by one", "I saw teh cat here.",
        ("teh", "the"), ("teh cat", "the, dog")),
    ]
  }

  private static var told: [TextVectors.Case] {
    [
      history(
        "a line put in that ends in the sign with which the next one begins", start("字) 我喜 b"),
        raw(1, after: [0], .insert(at: 0, "漢字\n"), .delete(at: 9, 1), .insert(at: 9, "c")),
        raw(2, after: [0], .insert(at: 0, "キロ"))),
      history(
        "a sentence put in at the end, like the one before", start("A b. A b."),
        raw(1, after: [0], .insert(at: 9, " A b.")), by(2, after: [0], "A b. A b.", ("b.", "c."))),
      two(
        "a Thai phrase taken out that begins like the next one", "ฉันไป กับแม่ กับพ่อ.",
        ("กับแม่ ", ""), ("แม่", "น้อง")),
      two(
        "a Japanese phrase taken out that begins like the next one", "朝、昼に寝て、昼も起きた。",
        ("昼に寝て、", ""), ("寝て", "食べて")),
    ]
  }

  private static var between: [TextVectors.Case] {
    let crossing = "A b, c d e."
    return [
      history(
        "an answer that writes inside and behind the words of another", start("a cat b\nZ"),
        by(1, after: [0], "a cat b\nZ", ("cat", "dog")),
        by(2, after: [0], "a cat b\nZ", ("cat", "fox")),
        raw(3, after: [0], .insert(at: 9, " xyz")),
        raw(
          1, after: [1, 2, 3], .answer([(1, 0), (2, 0)]), .insert(at: 14, "2"),
          .insert(at: 17, " 3")),
        by(2, after: [1, 2], "a dogfox b\nZ", ("dogfox", "elk"))),
      history(
        "crossing deletions, and white space at both ends of what both take out", start(crossing),
        raw(1, after: [0], .delete(at: 3, 5)), raw(2, after: [0], .delete(at: 4, 6))),
      history(
        "one text in the place of more and of less", start("3.5か\u{3000}‘so’"),
        raw(
          1, after: [0], .delete(at: 4, 5), .insert(at: 4, "$5"), .delete(at: 0, 3),
          .insert(at: 0, "4.5")),
        raw(
          2, after: [0], .delete(at: 4, 1), .insert(at: 4, "$5"), .delete(at: 0, 3),
          .insert(at: 0, "5.5"))),
      history(
        "answered apart, by nothing and by white space", start("a\ncat\nb"),
        raw(1, after: [0], .delete(at: 2, 3), .insert(at: 2, "dog")),
        raw(2, after: [0], .delete(at: 2, 3), .insert(at: 2, "fox")),
        raw(1, after: [1, 2], .answer([(1, 0), (2, 0)]), .delete(at: 2, 6)),
        raw(
          2, after: [1, 2], .answer([(1, 0), (2, 0)]), .delete(at: 2, 6), .insert(at: 2, " "))),
    ]
  }

  private static var beside: [TextVectors.Case] {
    let text = "Come at 14:30.\nThen we ate."
    return [
      history(
        "a line feed made a space in two steps, beside a time changed by both", start(text),
        raw(1, after: [0], .insert(at: 14, " ")), raw(1, after: [1], .delete(at: 15, 1)),
        by(1, after: [2], "Come at 14:30. Then we ate.", ("14:30", "15:30")),
        by(2, after: [0], text, ("14:30", "14:00"))),
      history(
        "a line feed taken out before a word changed by both", start(text),
        raw(1, after: [0], .delete(at: 14, 1)), raw(1, after: [1], .insert(at: 14, " ")),
        by(1, after: [2], "Come at 14:30. Then we ate.", ("Then", "Now")),
        by(2, after: [0], text, ("Then", "Soon"))),
      history(
        "a paragraph taken out with the line feed beside a time changed by both", start(text),
        raw(1, after: [0], .delete(at: 14, 13)),
        by(1, after: [1], "Come at 14:30.", ("14:30", "15:30")),
        by(2, after: [0], text, ("14:30", "14:00"))),
    ]
  }
}
