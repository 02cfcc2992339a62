import AfterwitProcesses
import Foundation
import FoundationXML
import Testing

@Suite("Insights, as a person sees them", .hangLimit)
struct InsightsTests {
  private static let filled = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'They asked about queues.' --on 2025-11-20 --set occasion=interview --set mood=2 --set mood-after=4 --set 'lesson=Ask first.'
      {one}
      desk$ afterwit add @ lack '<b>Locks</b> & "queues"' --set kind=skill
      {lack}
      desk$ afterwit add @ feedback 'Clear.' --set from=Sam
      {feedback}
      desk$ afterwit new reflection 'No.' --on 2025-11-27 --set occasion=rejection
      {two}
      desk$ afterwit new reflection 'Hidden.' --on 2025-11-27 --set occasion=win --set private=yes
      {hidden}
      desk$ afterwit new goal "It's <i>one</i> question a day" --set cadence=daily
      {goal}
      desk$ afterwit check @ --on 2025-11-27
      {check}
      """#
    ).play(on: stage)
  }

  @Test("The text tells of attempts, moods, what to work on, lessons and goals")
  func text() async throws {
    try await Self.filled.play { stage, _ in
      let outcome = try await stage.run("afterwit insights", at: "desk")
      for words in [
        "You tried 2 times: 1 interview and 1 rejection. Every one of them counts.",
        "From 2.0 on the day to 4.0 later", "skill", "“<b>Locks</b> & \"queues\"”",
        "1 of 2 attempts left a lesson; 1 brought feedback, 1 piece in all.",
        "It's <i>one</i> question a day",
      ] {
        #expect(outcome.output.contains(words), "\(words): \(outcome.output)")
      }
      #expect(!outcome.output.contains("Hidden") && !outcome.output.contains("win"))
      let documents = try await stage.documents("insights --json", at: "desk")
      #expect(documents.count == 1)
      for document in documents { try SchemaFile("insights").expect(document) }
    }
  }

  @Test("An empty journal is told what will stand there")
  func empty() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit insights
        Nothing to look back on yet. One day this shows:

          how often you tried, month by month
          your mood on the day, and later
          what to work on, by kind
          the lessons and the feedback that attempts left
          how you keep to your goals

        Begin with a line:
          afterwit new interview "how it went"
        desk$ afterwit insights --html "$T/page.html" 2>&1; grep -c 'One day this shows' "$T/page.html"
        Written to {*}/page.html. Open it in a browser.
        1
        """#
      ).play(on: stage)
    }
  }

  @Test("The page is well-formed, its owner's alone, and asks nothing of a network or a script")
  func page() async throws {
    try await Self.filled.play { stage, _ in
      let outcome = try await stage.run(
        "afterwit insights --html \"$T/page.html\" && cat \"$T/page.html\"", at: "desk")
      let page = outcome.output
      #expect(outcome.code == 0 && outcome.talkLines.count == 1, "\(outcome.talk)")
      #expect(Scratch.mode(of: stage.scratch.path + "/page.html") == 0o600)
      let reader = PageReader()
      #expect(reader.read(page), "\(reader.problem ?? "")")
      #expect(reader.elements.isDisjoint(with: ["script", "link", "img", "iframe", "b1", "i1"]))
      #expect(reader.attributes.isDisjoint(with: ["src", "href", "onload", "onclick", "style"]))
      #expect(reader.elements.isSuperset(of: ["svg", "rect", "style", "h1"]))
      #expect(reader.text.contains("<b>Locks</b> & \"queues\""))
      #expect(reader.text.contains("It's <i>one</i> question a day"))
      #expect(!page.contains("url(") && !page.contains("@import") && !page.contains("https:"))
      #expect(page.contains("prefers-color-scheme: dark") && page.contains("default-src 'none'"))
      #expect(!page.contains("Hidden"))
    }
  }

  @Test("A file that exists is not touched unless that is asked for")
  func existing() async throws {
    try await Self.filled.play { stage, _ in
      try await Transcript(
        #"""
        desk$ echo mine >"$T/page.html"; afterwit insights --html "$T/page.html"
        There is a file “{*}/page.html” already.
        It was not touched.
        Name another file, or add --replace to overwrite it.
        [2]
        desk$ cat "$T/page.html"; ls "$T" | grep -c part
        mine
        0
        [1]
        desk$ afterwit insights --html "$T/page.html" --replace 2>/dev/null; grep -c '<h1>' "$T/page.html"; ls "$T" | grep -c part
        1
        0
        [1]
        """#
      ).play(on: stage)
    }
  }

  @Test("Each line of the text fits, at every width")
  func widths() async throws {
    try await Self.filled.play { stage, _ in
      for width in [40, 80, 120] {
        let outcome = try await stage.run(
          "script -qec 'stty cols \(width); NO_COLOR=1 afterwit insights' /dev/null </dev/null",
          at: "desk")
        let lines = outcome.output.split(whereSeparator: \.isNewline)
        #expect(lines.count > 15, "\(outcome.output)")
        for line in lines { #expect(line.count <= width, "\(width): \(line)") }
      }
    }
  }
}

/// Reads a page as XML, and notes what is in it.
private final class PageReader: NSObject, XMLParserDelegate {
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var text = ""
  private(set) var problem: String?

  func read(_ page: String) -> Bool {
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    let isWhole = parser.parse()
    problem = parser.parserError.map { "\($0)" }
    return isWhole
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(element)
    self.attributes.formUnion(attributes.keys)
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
}
