// Histories that were drawn at random. Of all that one broken rule of the reference tells wrongly,
// each is among the smallest; it is named after such rules. Their words mean nothing.

extension ReviewVectors {
  /// Histories that were drawn, each because some rule broken alone tells it wrongly.
  static var drawn: [TextVectors.Case] { drawnFirst + drawnSecond + drawnThird + drawnFourth }

  private static var drawnFirst: [TextVectors.Case] {
    [
      history(
        "drawn: answers: common items of anybody",
        raw(9, after: [], .insert(at: 0, "a b  c\td")),
        raw(3, after: [0], .delete(at: 4, 1)),
        raw(2, after: [0], .delete(at: 3, 3), .insert(at: 3, "ด\u{e35}カcd\t"))),
      history(
        "drawn: taken line feeds ignored; hunks: borders at tombstones too; parts: by hunks, not by place",
        raw(200, after: [], .insert(at: 0, "🇩🇪\tキロ\nok? ด\u{e35}. ー 3.5 - 20%.\n")),
        raw(7, after: [0], .insert(at: 6, "I\n"), .insert(at: 29, "the cat\n")),
        raw(7, after: [0], .delete(at: 3, 3)),
        raw(7, after: [2], .delete(at: 10, 1), .delete(at: 17, 4), .insert(at: 17, "sat20%")),
        raw(7, after: [3], .delete(at: 17, 8), .insert(at: 17, "sat20")),
        raw(7, after: [4], .delete(at: 13, 1), .insert(at: 13, "22.")),
        raw(7, after: [5], .delete(at: 10, 4))),
      history(
        "drawn: paragraph: deletes too; writes: white voices stand",
        raw(9, after: [], .insert(at: 0, "x y\n\n\nz w")),
        raw(3, after: [0], .delete(at: 8, 1), .insert(at: 8, "\n")),
        raw(2, after: [0], .insert(at: 9, "x"))),
      history(
        "drawn: paragraph: a text begins no line",
        raw(63, after: [], .insert(at: 0, "42\n👍🏽\n")),
        raw(32, after: [], .insert(at: 0, "“so”\n")),
        raw(32, after: [1], .delete(at: 0, 5)),
        raw(63, after: [0], .delete(at: 5, 1))),
      history(
        "drawn: parts: empty region not over its sentence",
        raw(9, after: [], .insert(at: 0, "字 字字 a字b")),
        raw(3, after: [0], .insert(at: 3, " "), .delete(at: 6, 1), .delete(at: 7, 1)),
        raw(2, after: [0], .insert(at: 3, "\""))),
      history(
        "drawn: parts: goes on, whoever",
        raw(9, after: [], .insert(at: 0, "a")),
        raw(3, after: [0], .insert(at: 1, "…")),
        raw(2, after: [0], .delete(at: 0, 1), .insert(at: 0, "%")),
        raw(1, after: [0], .delete(at: 0, 1), .insert(at: 0, "22."))),
      history(
        "drawn: parts: goes on, whatever is deleted",
        raw(9, after: [], .insert(at: 0, "word")),
        raw(3, after: [0], .delete(at: 2, 1), .insert(at: 2, "\nP q.")),
        raw(1, after: [0], .insert(at: 0, "日"), .insert(at: 5, "-日-"))),
      history(
        "drawn: parts: inserted between no items",
        raw(200, after: [], .insert(at: 0, "1. red 👍🏽\n2. 👍🏽 teh")),
        raw(32, after: [0], .delete(at: 0, 2), .insert(at: 0, ".")),
        raw(1, after: [0], .insert(at: 19, "\n 1) 42 20%\n 2) かな 红茶")),
        raw(1, after: [2], .delete(at: 4, 3), .insert(at: 4, "👩\u{200d}👩\u{200d}👧")),
        raw(1, after: [3], .insert(at: 28, "নদ\u{9c0}")),
        raw(
          1, after: [4], .delete(at: 0, 2), .insert(at: 0, "ด\u{e35}."), .delete(at: 26, 10),
          .insert(at: 26, "- C++ de\n- 👍🏽 ह\u{93f}न\u{94d}द\u{940}\n- カタ I\n- a/b well-known20%"))),
      history(
        "drawn: parts: regions side by side are one; reading: not joined over no words; writes: if all differ in form, all stay",
        raw(9, after: [], .insert(at: 0, "1. one\nplain\n3. three")),
        raw(3, after: [0], .delete(at: 0, 3), .insert(at: 0, "1. \n")),
        raw(2, after: [0], .delete(at: 12, 2)),
        raw(
          1, after: [0], .delete(at: 0, 3), .insert(at: 0, "1.\n"), .delete(at: 13, 2),
          .insert(at: 13, "."))),
      history(
        "drawn: parts: regions never unite; overlap 5: words that were apart",
        raw(9, after: [], .insert(at: 0, "go。Now then.")),
        raw(3, after: [0], .delete(at: 4, 5), .insert(at: 4, "# ")),
        raw(2, after: [0], .insert(at: 12, "14de")),
        raw(1, after: [0], .delete(at: 3, 8), .insert(at: 3, "22"), .insert(at: 6, "ด\u{e35}"))),
      history(
        "drawn: touch: goes on behind",
        raw(9, after: [], .insert(at: 0, "a")),
        raw(3, after: [0], .insert(at: 0, "'")),
        raw(2, after: [0], .insert(at: 0, "ท\u{e35}\u{e48}Z b."))),
    ]
  }

  private static var drawnSecond: [TextVectors.Case] {
    [
      history(
        "drawn: touch: insertions join too",
        raw(9, after: [], .insert(at: 0, "A b c.\n\nD e f.\n\nG h i.")),
        raw(3, after: [0], .delete(at: 14, 2), .insert(at: 14, ",")),
        raw(2, after: [0], .delete(at: 14, 3), .insert(at: 14, "\""))),
      history(
        "drawn: touch: unspaced with a space",
        raw(9, after: [], .insert(at: 0, "字 字字 a字b")),
        raw(3, after: [0], .delete(at: 3, 3), .insert(at: 3, " 字")),
        raw(2, after: [0], .insert(at: 0, "字 ")),
        raw(1, after: [0], .insert(at: 0, "字 "))),
      history(
        "drawn: touch: paragraphs touch",
        raw(200, after: [], .insert(at: 0, "été！3.5 我喜欢:“so” red\n\n42.\n")),
        raw(63, after: [0], .delete(at: 0, 26)),
        raw(32, after: [0], .delete(at: 0, 26)),
        raw(1, after: [1], .insert(at: 0, "字")),
        raw(1, after: [3], .insert(at: 1, "\n1. J. 我喜欢\n2. a/b 👩\u{200d}👩\u{200d}👧"))),
      history(
        "drawn: neighbours: Thai side by side only; neighbours: two between in Thai; weave: insertions in a stretch stay out",
        raw(
          9, after: [],
          .insert(
            at: 0, "ฉ\u{e31}นทำงานท\u{e35}\u{e48}น\u{e35}\u{e48}ท\u{e38}กว\u{e31}น ด\u{e35}มาก")),
        raw(3, after: [0], .delete(at: 14, 2)),
        raw(2, after: [0], .insert(at: 23, "ก"), .insert(at: 25, "า"))),
      history(
        "drawn: neighbours: any word between",
        raw(9, after: [], .insert(at: 0, "am 22. Juni hier und 3. Mai da")),
        raw(3, after: [0], .insert(at: 4, "5'")),
        raw(2, after: [0], .insert(at: 13, ")%"))),
      history(
        "drawn: neighbours: from no number; reading: joined over words that are as long; side by side: not cut at line feeds",
        raw(9, after: [], .insert(at: 0, "A b. C d. E f. G h.")),
        raw(
          3, after: [0], .delete(at: 0, 1), .insert(at: 0, "Aa"), .delete(at: 8, 7),
          .insert(at: 8, "“\n\n\n andf.")),
        raw(2, after: [0], .delete(at: 0, 19), .insert(at: 0, "b Aab. C d. EN o.\n andf. G ."))),
      history(
        "drawn: overlap 1: common words",
        raw(9, after: [], .insert(at: 0, "コーヒーを飲むページ。")),
        raw(3, after: [0], .delete(at: 0, 11), .insert(at: 0, "コーヒカ")),
        raw(2, after: [0], .delete(at: 10, 1))),
      history(
        "drawn: overlap 3: at one gap",
        raw(9, after: [], .insert(at: 0, "a")),
        raw(3, after: [0], .insert(at: 1, "•")),
        raw(2, after: [0], .insert(at: 1, "!"))),
      history(
        "drawn: overlap 3: words with spaces between",
        raw(9, after: [], .insert(at: 0, "ไทย ไทย")),
        raw(3, after: [0], .insert(at: 4, "ทย ")),
        raw(2, after: [0], .insert(at: 3, "sad\n\n"))),
      history(
        "drawn: overlap 5: before white space; sentences: closing signs begin the next",
        raw(9, after: [], .insert(at: 0, "What? No! Yes… fine (so). \"Quite.\" Ok.")),
        raw(3, after: [0], .delete(at: 25, 8)),
        raw(2, after: [0], .delete(at: 23, 2))),
      history(
        "drawn: sentences: boxes belong to it; weave: widened though one side is white",
        raw(200, after: [], .insert(at: 0, "- [ ] $5 's\n- [ ] J. été")),
        raw(63, after: [0], .delete(at: 10, 1), .insert(at: 10, "été")),
        raw(1, after: [0], .delete(at: 10, 2))),
    ]
  }

  private static var drawnThird: [TextVectors.Case] {
    [
      history(
        "drawn: sentences: numbers are no list marks",
        raw(9, after: [], .insert(at: 0, "1) ask\n2) call\n")),
        raw(3, after: [0], .delete(at: 10, 4), .insert(at: 11, "call")),
        raw(2, after: [0], .delete(at: 9, 6), .insert(at: 9, "/"))),
      history(
        "drawn: sentences: one # only",
        raw(9, after: [], .insert(at: 0, "# Head\n## Sub one\ntext here")),
        raw(3, after: [0], .delete(at: 14, 8)),
        raw(2, after: [0], .delete(at: 8, 6))),
      history(
        "drawn: sentences: marks without a space; weave: unspaced: white space does not stop",
        raw(200, after: [], .insert(at: 0, "22.🇩🇪\u{3000}J. sat:かな 🇩🇪\r\n")),
        raw(63, after: [0], .delete(at: 12, 2), .insert(at: 12, "a")),
        raw(32, after: [0], .delete(at: 6, 7), .insert(at: 6, "C++. sat:http://a.de"))),
      history(
        "drawn: reading: not by lines",
        raw(200, after: [], .insert(at: 0, "字\n$5+red\r\nคร\u{e31}บ। ")),
        raw(
          7, after: [0], .insert(at: 2, "well-known\n"), .delete(at: 21, 4), .insert(at: 21, "dog")),
        raw(7, after: [0], .delete(at: 1, 15), .insert(at: 1, "'sJ.… de? C++、ok?\n\nด\u{e35}’5+"))),
      history(
        "drawn: reading: joined over ends of sentences; side by side: spaces twice",
        raw(9, after: [], .insert(at: 0, "。好。不好！")),
        raw(3, after: [0], .delete(at: 3, 1), .insert(at: 5, "不")),
        raw(2, after: [0], .delete(at: 0, 6), .insert(at: 0, " D y.\n\n好！C x. "))),
      history(
        "drawn: reading: joined over signs only",
        raw(9, after: [], .insert(at: 0, "。好。不好！")),
        raw(3, after: [0], .delete(at: 1, 1), .insert(at: 1, "…")),
        raw(2, after: [0], .delete(at: 2, 4), .insert(at: 2, "好://“"))),
      history(
        "drawn: reading: moved to the first place",
        raw(9, after: [], .insert(at: 0, "x y\n\n\nz w")),
        raw(3, after: [0], .delete(at: 4, 1), .insert(at: 4, "…茶")),
        raw(2, after: [0], .insert(at: 4, "\n4. vN o.\n\n")),
        raw(1, after: [0], .delete(at: 8, 1), .insert(at: 8, "/dog"))),
      history(
        "drawn: reading: not moved to a sentence",
        raw(9, after: [], .insert(at: 0, "1. one\nplain\n3. three")),
        raw(3, after: [0], .delete(at: 3, 12), .insert(at: 3, "one%plainI3.")),
        raw(2, after: [0], .delete(at: 7, 5), .insert(at: 7, "plain3"), .insert(at: 17, "three. "))),
      history(
        "drawn: weave: nested deletions clash",
        raw(200, after: [], .insert(at: 0, "a」2026年11月20日.红茶\n\n")),
        raw(1, after: [0], .delete(at: 14, 4)),
        raw(32, after: [0], .delete(at: 2, 16), .insert(at: 2, "$5.红茶"))),
      history(
        "drawn: weave: no piece is glued behind",
        raw(200, after: [], .insert(at: 0, "ไทย? 20%+ok?’👩\u{200d}👩\u{200d}👧 ")),
        raw(7, after: [0], .delete(at: 5, 6), .insert(at: 5, "%+ok")),
        raw(7, after: [0], .delete(at: 3, 1), .insert(at: 3, "20%"))),
      history(
        "drawn: weave: half of a sentence is most of it",
        raw(9, after: [], .insert(at: 0, "a b  c\td")),
        raw(3, after: [0], .delete(at: 6, 1)),
        raw(2, after: [0], .delete(at: 7, 1), .insert(at: 7, "dd"))),
    ]
  }

  private static var drawnFourth: [TextVectors.Case] {
    [
      history(
        "drawn: weave: deletions rewrite",
        raw(9, after: [], .insert(at: 0, "> quoted words here\n• point one")),
        raw(3, after: [0], .delete(at: 15, 16)),
        raw(2, after: [0], .insert(at: 10, " カ"))),
      history(
        "drawn: weave: what lies in a stretch stays out",
        raw(9, after: [], .insert(at: 0, "我喜欢红茶和咖啡。他不喜欢。")),
        raw(3, after: [0], .delete(at: 10, 1), .delete(at: 11, 2), .insert(at: 11, "不")),
        raw(2, after: [0], .insert(at: 13, "ab# "))),
      history(
        "drawn: writes: white space before what is gone stays",
        raw(9, after: [], .insert(at: 0, "A b. C d. E f. G h.\n\n字 字字 a字b")),
        raw(3, after: [0], .delete(at: 26, 1)),
        raw(2, after: [0], .delete(at: 27, 2))),
      history(
        "drawn: writes: paragraphs behind words",
        raw(63, after: [], .insert(at: 0, "teh\n")),
        raw(32, after: [], .insert(at: 0, "“so”")),
        raw(63, after: [0], .insert(at: 3, "z.B."))),
      history(
        "drawn: labels: without a space",
        raw(200, after: [], .insert(at: 0, "red\r\n42.\n")),
        raw(32, after: [0], .delete(at: 0, 3), .insert(at: 0, "teh"), .delete(at: 7, 2)),
        raw(94, after: [0], .delete(at: 0, 3), .delete(at: 2, 2))),
      history(
        "drawn: labels: in any order",
        raw(9, after: [], .insert(at: 0, "1) ask\n2) call\n")),
        raw(3, after: [0], .insert(at: 14, "$")),
        raw(2, after: [0], .insert(at: 11, "\n4. v."))),
      history(
        "drawn: labels: from one",
        raw(9, after: [], .insert(at: 0, "7. a b\n8. c d\n9. e f")),
        raw(3, after: [0], .insert(at: 19, "•")),
        raw(2, after: [0], .delete(at: 12, 1), .insert(at: 12, "9d"), .delete(at: 15, 6))),
      history(
        "drawn: labels: renumbering without digits",
        raw(9, after: [], .insert(at: 0, " 1. x\n 2. y")),
        raw(3, after: [0], .delete(at: 0, 4)),
        raw(2, after: [0], .insert(at: 7, "•-"))),
      history(
        "drawn: labels: not beside the list",
        raw(9, after: [], .insert(at: 0, "1. one\nplain\n3. three")),
        raw(3, after: [0], .delete(at: 3, 9), .insert(at: 3, "oneplain\n\n22.")),
        raw(2, after: [0], .delete(at: 7, 14), .insert(at: 7, "103. threeb "))),
      history(
        "drawn: labels: first line inside a line",
        raw(9, after: [], .insert(at: 0, "1. ask\n2. call\n3. rest")),
        raw(3, after: [0], .delete(at: 15, 7), .insert(at: 15, "3.rest ")),
        raw(2, after: [0], .insert(at: 4, "3. w\n"))),
      history(
        "drawn: weave: stretches that overlap stay two",
        raw(200, after: [], .insert(at: 0, " 1) J. 我喜欢")),
        raw(
          94, after: [0], .delete(at: 3, 7),
          .insert(at: 3, "- 我喜欢 C++\n- かな cat\n- sat J.\n- 22. 's")),
        raw(
          125, after: [0], .delete(at: 1, 1), .insert(at: 1, "3.5"), .delete(at: 8, 1),
          .insert(at: 8, "ด\u{e35}")),
        raw(1, after: [0], .delete(at: 0, 2), .insert(at: 0, "teh1")),
        raw(32, after: [0], .insert(at: 10, "the"))),
    ]
  }
}
