import AfterwitJournal
import Testing

@Suite("Words that are looked for")
struct SearchWordTests {
  @Test("are parted by white space, in one argument or in several")
  func parted() {
    #expect(SearchWord.all(in: ["a  b", " c\n", ""]).map(\.indexed) == [["a"], ["b"], ["c"]])
    #expect(SearchWord.all(in: [" ", ""]).isEmpty)
    #expect(
      SearchWord.all(in: ["\u{200d}", "\u{301}", "\u{1}"]).isEmpty, "nothing is seen of them")
  }

  @Test(
    "ask the index for letters, signs and emoji, each as its words are",
    arguments: [
      ("C++", ["c", "+", "+"]), (".NET", [".", "net"]), ("a/b", ["a", "/", "b"]),
      ("naïve", ["naive"]), ("c言語", ["c", "言", "語"]), ("สัม", ["สั", "ม"]), ("ｶﾅ", ["ｶ", "ﾅ"]),
      ("한국", ["한국"]), ("👩‍👩‍👧", ["👩‍👩‍👧"]), ("❤️", ["❤"]), ("don’t", ["don", "'", "t"]),
      ("3.14", ["3", ".", "14"]),
    ])
  func indexed(word: String, words: [String]) {
    #expect(SearchWord.all(in: [word]).map(\.indexed) == [words])
  }
}
