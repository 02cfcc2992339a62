import AfterwitText
import Testing

@Suite("What two versions have in common")
struct TextComparisonTests {
  @Test(
    "Units are marked as a merge takes them, line breaks like anything else",
    arguments: [
      ("I came late.", "I came early.", "I came [-late-]{+early+}."),
      ("I came late.", "I came very late.", "I came {+very +}late."),
      ("I came late.", "I came late", "I came late[-.-]"),
      ("a b c d", "x y c d", "[-a b-]{+x y+} c d"),
      ("The call was at 14:30.", "The call was at 14:00.", "The call was at [-14:30-]{+14:00+}."),
      ("See example.org/a.", "See example.org/b.", "See [-example.org/a-]{+example.org/b+}."),
      ("面试在下午两点开始。", "面试在下午三点开始。", "面试在下午[-两-]{+三+}点开始。"),
      ("", "a", "{+a+}"), ("a", "", "[-a-]"), ("", "", ""), ("same", "same", "same"),
      ("don't", "don’t", "[-don't-]{+don’t+}"),
      ("e\u{301}", "\u{e9}", "[-e\u{301}-]{+\u{e9}+}"),
      ("one\ntwo", "one\nthree", "one\n[-two-]{+three+}"),
      ("One.\n\nTwo.", "One. Two.", "One.[-\n\n-]{+ +}Two."),
      ("One. Two.", "One.\n\nTwo.", "One.[- -]{+\n\n+}Two."),
      ("One.", "One. ", "One.{+ +}"),
    ])
  func marks(_ example: (old: String, new: String, marked: String)) {
    let difference = TextComparison(from: example.old, to: example.new)
    let marked = difference.runs.map { run in
      switch run {
      case .same(let text): text
      case .changed(let old, let new):
        (old.isEmpty ? "" : "[-\(old)-]") + (new.isEmpty ? "" : "{+\(new)+}")
      }
    }.joined()
    #expect(marked.utf8.elementsEqual(example.marked.utf8), "\(marked)")
  }

  @Test("Both texts can be read back from the runs, however much differs")
  func complete() {
    let old = (0..<3000).map { "w\($0 * 7 % 1000)" }.joined(separator: " ")
    let new = (0..<3000).map { "w\($0 * 11 % 1000)" }.joined(separator: "\n")
    for (old, new) in [(old, new), (old, old + " more"), (new, ""), (old, String(old.reversed()))] {
      let runs = TextComparison(from: old, to: new).runs
      let texts = runs.map { run in
        switch run {
        case .same(let text): (text, text)
        case .changed(let old, let new): (old, new)
        }
      }
      #expect(texts.map(\.0).joined() == old)
      #expect(texts.map(\.1).joined() == new)
    }
  }
}
