import Testing

@testable import AfterwitText

@Suite("A table of lines")
struct LineTableTests {
  @Test(
    "it finds each line that was put in and no other, however small it began",
    arguments: [0, 10, 2_000])
  func growth(from capacity: Int) {
    let words = (0..<1_000).map { "line \($0)" } + ["a", "1234567", "12345678", "a  b"]
    var known = words.joined(separator: "\n")
    var others = words.map { $0 + "!" }.joined(separator: "\n")
    known.withUTF8 { known in
      others.withUTF8 { others in
        var table = LineTable(capacity: capacity)
        for _ in 0..<2 {
          _ = LineBytes.contains(in: known) { line in
            table.insert(HashedLine(line))
            return false
          }
        }
        var count = 0
        _ = LineBytes.contains(in: known) { line in
          count += table.contains(HashedLine(line)) ? 1 : 0
          return false
        }
        #expect(count == words.count)
        #expect(!LineBytes.contains(in: others) { table.contains(HashedLine($0)) })
      }
    }
  }
}
