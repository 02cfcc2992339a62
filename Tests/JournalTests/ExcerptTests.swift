import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText
import Testing

@testable import AfterwitJournal

@Suite("The words around a match")
struct ExcerptTests {
  private static let long = String(repeating: "word ", count: 40)

  @Test("what stands whole has no marks, whatever white space surrounds it")
  func whole() {
    #expect(excerpt(of: "Hello queue.", for: "queue") == "Hello queue.")
    #expect(excerpt(of: "  \n Hello\r\n\r\n\t queue. \n", for: "queue") == "Hello queue.")
    let blank = String(repeating: "\n", count: 400)
    #expect(excerpt(of: blank + "Hello" + blank + "queue" + blank, for: "queue") == "Hello queue")
    #expect(excerpt(of: blank + "café" + blank, for: "cafe") == "café")
  }

  @Test("words that are left out on either side are marked there, and nothing else is")
  func cut() {
    let excerpt = excerpt(of: Self.long + "queue\n\n" + Self.long, for: "queue")
    #expect(excerpt.hasPrefix("…word word word word word word queue word"))
    #expect(excerpt.hasSuffix("word…"))
    #expect(excerpt.count <= 90 + 3)
    #expect(self.excerpt(of: "queue " + Self.long, for: "queue").hasPrefix("queue word"))
    #expect(self.excerpt(of: Self.long + "queue", for: "queue").hasSuffix(" word queue"))
    #expect(self.excerpt(of: Self.long, for: "word") == String(Self.long.prefix(89)) + "…")
  }

  @Test("a cut falls between what people take for letters")
  func letters() {
    for letter in ["e\u{301}", "👩‍👩‍👧", "漢", "🇩🇪"] {
      let letters = String(repeating: letter, count: 200)
      let excerpt = excerpt(of: letters + " queue " + letters, for: "queue")
      #expect(excerpt.hasPrefix("…" + String(repeating: letter, count: 30) + " queue "))
      #expect(excerpt.filter { $0 == Character(letter) }.count >= 80, "\(letter)")
    }
  }

  @Test("no excerpt is longer than it may be, and its words are the text's, for a thousand texts")
  func random() throws {
    let parts = [
      "a", "queue", " ", "\n", "  ", "e\u{301}", "é", "\u{1100}", "\u{1161}", "🇩🇪", "漢", "\r\n",
    ]
    for seed in 0..<1000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
      let excerpt = excerpt(of: text, for: "queue")
      guard FoldedText(text).firstPlace(of: try #require(SearchPhrase("queue"))) != nil else {
        continue
      }
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let part = excerpt.drop { $0 == "…" }.prefix { $0 != "…" }
      #expect(words.contains(part) || part.isEmpty, "seed \(seed)")
      #expect(excerpt.count <= 93, "seed \(seed)")
      #expect(excerpt.hasPrefix("…") || words.hasPrefix(part), "seed \(seed)")
      #expect(excerpt.hasSuffix("…") || words.hasSuffix(part), "seed \(seed)")
    }
  }

  @Test("what was looked for is marked, whole words of it, wherever it stands in the excerpt")
  func marks() throws {
    let text = "Queues,\n\n again: système  design of queues; a queue."
    let view = view([(FieldName(.happened), FieldState(value: .text(TextField(text: text))))])
    for (typed, marked) in [
      (["queue"], ["Queues", "queues", "queue"]), (["systeme design"], ["système design"]),
      (["queue", "of"], ["Queues", "of queues", "queue"]), (["aga"], ["again"]), ([";"], [";"]),
    ] {
      let phrases = typed.compactMap { SearchPhrase($0) }
      let excerpt = try #require(Excerpt(of: phrases, in: view), "\(typed)")
      let bytes = Array(excerpt.text.utf8)
      let found = excerpt.marks.map { String(decoding: bytes[$0], as: UTF8.self) }
      // Two that meet are one mark; a space between them keeps them apart.
      #expect(found.joined(separator: " ") == marked.joined(separator: " "), "\(typed)")
    }
  }

  @Test("the field is the one that the first word stands in, the main one before others")
  func fields() throws {
    let happened = "They asked about queues."
    let view = view([
      (FieldName(.happened), FieldState(value: .text(TextField(text: happened)))),
      (FieldName(.felt), FieldState(value: .text(TextField(text: "Queues, again.")))),
      (FieldName(.tags), set(["onsite", "a/b"])), (FieldName(.feelings), set(["shame", "anger"])),
      (FieldName(.title), register(["Onsite at Acme", "Second round"])),
    ])
    let expected: [([String], CodedField, String)] = [
      (["queues"], .happened, happened), (["#onsite"], .tags, "#a/b #onsite"),
      (["onsite"], .tags, "#a/b #onsite"), (["sha", "queues"], .feelings, "anger, shame"),
      (["round"], .title, "Second round"), (["acme"], .title, "Onsite at Acme"),
      (["again"], .felt, "Queues, again."),
    ]
    for (words, field, text) in expected {
      let excerpt = try #require(
        Excerpt(of: words.compactMap { SearchPhrase($0) }, in: view), "\(words)")
      #expect(excerpt.field == FieldName(field), "\(words)")
      #expect(excerpt.text == text, "\(words)")
    }
    #expect(Excerpt(of: ["queues", "#anger"].compactMap { SearchPhrase($0) }, in: view) == nil)
  }

  @Test("what stands in an element is of the field of its list")
  func elements() throws {
    let asked = ElementView.Field(
      name: FieldName(ofElement: .asked), value: .text("How would you build a queue?"))
    let id = try #require(ElementID([UInt8](repeating: 1, count: ElementID.byteCount)))
    let view = EntryView(
      id: .journal, kindName: "reflection", created: Timestamp(rawValue: 0),
      modified: Timestamp(rawValue: 0), isDeleted: false,
      fields: [(FieldName(.questions), .list([ElementView(id: id, fields: [asked])]))],
      openParts: [])
    let phrase = try #require(SearchPhrase("queue"))
    let excerpt = try #require(Excerpt(of: [phrase], in: view))
    #expect(excerpt.field == FieldName(.questions))
    #expect(excerpt.text == "How would you build a queue?")
  }

  @Test("a letter far away that is none of ASCII changes nothing of what is shown")
  func plain() throws {
    let parts = ["a", "queue", " ", "\n", "  ", "b.", "word", "\r\n"]
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
      let rest = " " + String(repeating: "rest ", count: 40)
      let plain = excerpt(of: text + rest, for: "queue")
      #expect(excerpt(of: text + rest + "é", for: "queue") == plain, "seed \(seed)")
    }
  }

  private func view(_ states: [(FieldName, FieldState)]) -> EntryView {
    let kind = (FieldName.kind, register(["reflection"]))
    let presence = Presence(times: EntryTimes(), edits: [], hiding: [], deletions: [])
    return EntryView(
      id: .journal, content: EntryContent(presence: presence, states: states + [kind]))
  }

  private func set(_ elements: [String]) -> FieldState {
    let adds = elements.map { (ExactString($0), [0]) }
    return FieldState(value: .set(AddWinsSet(adds: Dictionary(uniqueKeysWithValues: adds))))
  }

  /// A register of values that stand beside each other.
  private func register(_ values: [String]) -> FieldState {
    let writes = values.enumerated().map { place, value in
      Register.Write(
        index: place, timestamp: Timestamp(rawValue: UInt64(place)), envelope: .zero, value: value)
    }
    return FieldState(value: .register(Register(writes: writes)))
  }

  private func excerpt(of text: String, for word: String) -> String {
    let place = SearchPhrase(word).flatMap { FoldedText(text).firstPlace(of: $0) }
    let searched = SearchedText(field: FieldName(.happened), text: text)
    return place.map { Excerpt(of: searched, at: $0.lowerBound).text } ?? ""
  }
}
