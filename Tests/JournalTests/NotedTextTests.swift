import Testing

@testable import AfterwitJournal

@Suite("A text with notes below a line")
struct NotedTextTests {
  private static let notes = ["# before:", "#   one"]

  @Test(
    "comes back as the text it was, however it ends",
    arguments: [
      "", "one", "one\n", "one\n\n", "a\nb",
      "--- everything below this line is only for reading ---\n",
    ])
  func whole(_ text: String) throws {
    let shown = NotedText(text, notes: Self.notes)
    let read = try shown.reading(shown.file)
    let end = text.utf8.last == UInt8(ascii: "\n") ? "" : "\n"
    #expect(read.text == text + end)
    #expect(read.writtenNotes(besides: shown) == [])
    #expect(NotedText(text).file == text)
    #expect(try NotedText(text).reading(text).text == text)
  }

  @Test("tells what was written among the notes")
  func written() throws {
    let shown = NotedText("one", notes: Self.notes)
    let read = try shown.reading(
      "two\n--- everything below this line is only for reading ---\r\n# before:\r\nthree\n")
    #expect(read.text == "two\n")
    #expect(read.writtenNotes(besides: shown) == ["three"])
  }

  @Test("is taken whole without its line only where the notes are gone, too")
  func withoutLine() throws {
    let shown = NotedText("one", notes: Self.notes)
    #expect(try shown.reading("all\nnew\n") == NotedText("all\nnew\n"))
    #expect(throws: DocumentMisfit.lineMissing) { try shown.reading("one\n# before:\n#   one\n") }
  }
}
