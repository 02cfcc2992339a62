import AfterwitExchange
import AfterwitJournal
import Testing

@Suite("Journals of jrnl")
struct JrnlTests {
  private func items(_ text: String, timeFormat: String? = nil) throws -> [SourceItem] {
    try SourceReader(
      .file(SourceFile("journal.txt", Array(text.utf8)), settings: []), format: .jrnl,
      options: SourceOptions(timeFormat: timeFormat, clocks: FoundationClocks())
    ).items()
  }

  @Test(
    "A bracket with words is text, whatever jrnl makes of it",
    arguments: [
      "[call back on friday] rest", "[may be wrong] x", "[a month ago] x", "[sat down] x",
      "[12 months] x", "[the sun] x", "[Q3 2024] x", "[ref-2024-01] x", "[see 3.4 and 5] x",
      "[4. Mai 2024] x", "[urgent] x", "[2024-01-02 09:00 and more] x",
    ])
  func brackets(line: String) throws {
    let items = try items("[2024-01-02 09:00] Title\nBody\n\(line)\n")
    #expect(items.entries.map(\.body) == ["Body\n\(line)"] && items.notes.isEmpty)
  }

  @Test("A stamp of a moment that does not exist is text of the entry before it, and told")
  func impossible() throws {
    let items = try items("[2024-02-29 09:00] A\n[2024-02-30 09:00] B\n[2024-02-20 25:00] C\n")
    #expect(items.entries.map(\.body) == ["[2024-02-30 09:00] B\n[2024-02-20 25:00] C"])
    #expect(items.notes.map(\.place.line) == [2, 3])
  }

  @Test("Blanks behind a head take nothing of the title")
  func blanks() throws {
    #expect(
      try items("[2024-01-02 09:00]   Went very well\nThe body.\n").entries.map(\.title)
        == ["Went very well"])
    let below = try items("[2024-01-02 09:00] \n\nWent very well\nThe body.\n").entries
    #expect(below.map(\.title) == ["Went very well"] && below.map(\.body) == ["The body."])
  }

  @Test(
    "A star is a blank and an asterisk at the end of the head",
    arguments: [
      ("A *", "A", true), ("**Rejected**", "**Rejected**", false),
      ("the price was 5*", "the price was 5*", false), ("* item one", "* item one", false),
    ])
  func stars(head: String, title: String, isStarred: Bool) throws {
    let entry = try #require(try items("[2024-01-02 09:00] \(head)\nx\n").entries.first)
    #expect(entry.title == title && entry.isStarred == isStarred)
  }

  @Test("A file without an end of its last line is cut behind its first sentence, as jrnl does")
  func unended() throws {
    let entry = try #require(try items("[2024-01-02 09:00] One. Two.").entries.first)
    #expect(entry.title == "One." && entry.body == "Two.")
    #expect(try items("[2024-01-02 09:00] One. Two.\n").entries.map(\.title) == ["One. Two."])
  }

  @Test("Days and months are told apart by what all stamps can mean, or asked for")
  func order() throws {
    #expect(
      try items("[03.04.2024 09:05] A\n[13.04.2024 09:05] B\n").entries.map(\.day?.description)
        == ["2024-04-03", "2024-04-13"])
    #expect(
      try items("[04/13/2024 9:05 PM] A\n").entries.map(\.time?.description) == ["21:05"])
    #expect(throws: SourceFailure.ambiguousDates(SourcePlace("journal.txt", line: 1))) {
      try items("[03.04.2024 09:05] A\n[05.06.2024 09:05] B\n")
    }
    #expect(
      try items("[03.04.2024] A\n", timeFormat: "%d.%m.%Y").entries.map(\.day?.description)
        == ["2024-04-03"])
  }

  @Test("A byte order mark, and lines that end in CR LF, change nothing")
  func marks() throws {
    let items = try items("\u{feff}[2024-01-02 09:00] A\r\nB\r\n\r\n[2024-01-03 09:00] C\r\n")
    #expect(items.entries.map(\.title) == ["A", "C"] && items.entries[0].body == "B")
  }

  @Test("Words before the first head are told, and no others are lost")
  func before() throws {
    let items = try items("Lost words\n[2024-01-02 09:00] A\n")
    #expect(items.entries.count == 1)
    #expect(items.notes.map(\.fact) == [.skipped("Lost words", because: .beforeFirstEntry)])
  }

  @Test("In a folder the day of the path wins, and other files are told")
  func folder() throws {
    let folder = MemoryFolder(files: [
      "2024/01/03.txt": Array("[2024-05-05 21:40] A\n".utf8), "notes.txt": Array("x".utf8),
    ])
    let items = try SourceReader(
      .folder(folder), format: .jrnl, options: SourceOptions(clocks: FoundationClocks())
    ).items()
    #expect(items.entries.map(\.day?.description) == ["2024-01-03"])
    #expect(items.entries.map(\.time?.description) == ["21:40"] && items.notes.count == 1)
  }

  @Test("What is not UTF-8 is refused with its line, and never guessed at")
  func latin() {
    let bytes = Array("[2024-01-02 09:00] A\n".utf8) + [0xe4, 0x0a]
    let reader = SourceReader(
      .file(SourceFile("journal.txt", bytes), settings: []), format: .jrnl,
      options: SourceOptions(clocks: FoundationClocks()))
    #expect(throws: SourceFailure.notUTF8(SourcePlace("journal.txt", line: 2))) {
      try reader.items()
    }
  }
}
