import Testing

@testable import AfterwitCommand

@Suite("Words that differ")
struct WordDifferenceTests {
  @Test(
    "Whole words are marked, neighbours once, and everything else is left",
    arguments: [
      ("I came late.", "I came early.", "I came [-late-]{+early+}."),
      ("I came late.", "I came very late.", "I came {+very +}late."),
      ("I came late.", "I came late", "I came late[-.-]"),
      ("a b c d", "x y c d", "[-a b-]{+x y+} c d"),
      ("a b c", "x b z", "[-a-]{+x+} b [-c-]{+z+}"),
      ("", "a", "{+a+}"), ("a", "", "[-a-]"), ("", "", ""), ("same", "same", "same"),
      ("don't", "don’t", "don[-'-]{+’+}t"),
      ("e\u{301}", "\u{e9}", "[-e\u{301}-]{+\u{e9}+}"),
      ("one\ntwo", "one\nthree", "one\n[-two-]{+three+}"),
    ])
  func marks(_ example: (old: String, new: String, marked: String)) {
    let difference = WordDifference(from: example.old, to: example.new)
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
      let runs = WordDifference(from: old, to: new).runs
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
