import AfterwitJournal
import Testing

@Suite("Words that are looked for")
struct SearchWordTests {
  @Test("are parted by white space, in one argument or in several")
  func parted() {
    #expect(SearchWord.all(in: ["a  b", " c\n", ""]).map(\.text) == ["a", "b", "c"])
    #expect(SearchWord.all(in: [" ", ""]).isEmpty)
  }

  @Test(
    "may lie anywhere where their script leaves no spaces",
    arguments: ["面", "面接", "สัม", "ភាសា", "မြန်", "ຄຳ", "カナ", "かな", "a面"])
  func unspaced(word: String) {
    #expect(SearchWord.all(in: [word]).map(\.isUnspaced) == [true])
  }

  @Test(
    "are found by their beginning in any other script",
    arguments: ["queue", "Ärger", "слово", "한국", "מילה", "ｶﾅ", "3", "—"])
  func spaced(word: String) {
    #expect(SearchWord.all(in: [word]).map(\.isUnspaced) == [false])
  }
}
