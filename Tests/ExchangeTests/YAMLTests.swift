import AfterwitExchange
import AfterwitJournal
import Testing

@Suite("YAML in journals")
struct YAMLTests {
  private func read(_ text: String, as format: SourceFormat, _ name: String) throws -> [SourceItem]
  {
    try SourceReader(
      .file(SourceFile(name, Array(text.utf8)), settings: []), format: format,
      options: SourceOptions(clocks: FoundationClocks())
    ).items()
  }

  @Test("A day that is given twice counts as it stands last, and the earlier one is told")
  func twice() throws {
    let items = try read(
      "1:\n  text: first\n  Tags:\n    a: null\n2: {text: other}\n1:\n  text: last\n",
      as: .rednotebook, "2024-01.txt")
    #expect(items.entries.map(\.body).sorted() == ["last", "other"])
    #expect(
      items.notes == [
        SourceNote(
          SourcePlace("2024-01.txt", line: 1), .skipped("1", because: .namedAgain))
      ])
  }

  @Test("A key of front matter that is given twice counts as it stands last, at its line")
  func matter() throws {
    let items = try read("---\ntags:\n- a\ntitle: T\ntags: b\n---\nx\n", as: .markdown, "a.md")
    #expect(items.entries.map(\.tags) == [["b"]])
    #expect(
      items.notes == [
        SourceNote(SourcePlace("a.md", line: 2), .skipped("tags", because: .namedAgain))
      ])
  }

  @Test("A scalar is the text that stands there")
  func scalars() throws {
    let items = try read(
      "---\ntitle: 'no'\nid: 010\ntags: [on, 1.0, \"\\u00e9\"]\n---\nx\n", as: .markdown, "a.md")
    let entry = try #require(items.entries.first)
    #expect(entry.title == "no" && entry.tags == ["on", "1.0", "é"])
    #expect(entry.identity == .unique("010"))
  }

  @Test(
    "Anchors, depth and what is cut off stay text, at their line",
    arguments: [
      ("---\na: 1\nb: &x [1]\nc: *x\n---\nw", 4),
      ("---\na: " + String(repeating: "[", count: 900) + "\n---\nw", 0),
      (
        "---\na: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
          + "\n---\nw", 2
      ),
      ("---\na: 1\nb: \"open\n---\nw", 0), ("---\na: 1\nb: \u{7}\n---\nw", 3),
      ("---\na: *none\n---\nw", 2),
    ])
  func refused(text: String, line: Int) throws {
    let items = try read(text, as: .markdown, "a.md")
    #expect(items.entries.map(\.body) == [text])
    let note = try #require(items.notes.first)
    #expect(note.fact == .staysText(.notYAML))
    if line > 0 { #expect(note.place.line == line) }
  }

  @Test("What anchors multiply is not multiplied, as a value or as a key", .timeLimit(.minutes(1)))
  func multiplied() throws {
    var text = "---\na0: &a0 [x, x]\n"
    for number in 1..<60 {
      let name = "*a\(number - 1)"
      text += "a\(number): &a\(number) [\(name), \(name)]\n"
    }
    for last in ["b: *a59\n", "? *a59\n: 1\n", "? {? *a59 : 1}\n: 1\n? *a59\n: 2\n"] {
      let items = try read(text + last + "---\nw", as: .markdown, "a.md")
      #expect(items.notes.first?.fact == .staysText(.notYAML))
    }
  }

  @Test(
    "The settings of jrnl are read wherever they stand, and where they are no YAML that is said")
  func settings() throws {
    func reader(_ settings: String) -> SourceReader {
      SourceReader(
        .file(
          SourceFile("j.txt", Array("[02.01.2024 09:00] A +b\n".utf8)),
          settings: [SourceFile("jrnl.yaml", Array(settings.utf8))]),
        format: .jrnl, options: SourceOptions(clocks: FoundationClocks()))
    }
    let entries = try reader(
      "tagsymbols: '+#' # mine\njournals:\n  default:\n    timeformat: \"%d.%m.%Y %H:%M\"\n"
    ).items().entries
    #expect(entries.map(\.day) == [Day(year: 2024, month: 1, dayOfMonth: 2)])
    #expect(entries.map(\.tags) == [["b"]])
    #expect(throws: SourceFailure.notOfFormat(.jrnl, SourcePlace("jrnl.yaml", line: 2))) {
      try reader("a: 1\ntimeformat: %d.%m.%Y\n").items()
    }
  }
}
