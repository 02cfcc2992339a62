import AfterwitProcesses
import Foundation
import Testing

@Suite("Reviews as JSON", .hangLimit)
struct ReviewDocumentTests {
  private static let base = "I came late. I talked too fast. I left early."
  private static let desk = "I came ten minutes late. I talked far too quickly. I left early."
  private static let laptop =
    "I came late. I talked too slowly. I left early, and said no thanks."

  @Test("Each open part is a document: whole texts, who wrote which, and what stands")
  func facts() async throws {
    try await ReviewScene.met.play { stage, words in
      let documents = try await stage.documents("review --json", at: "desk")
      #expect(documents.count == 3)
      for document in documents {
        #expect(
          Set(document.keys) == [
            "schema", "id", "part", "kind", "entry", "list", "element", "field", "base", "sides",
            "current", "edited", "answers", "ended",
          ])
        try SchemaFile("review").expect(document)
        #expect(document["schema"] as? String == "afterwit.review/1")
        #expect((document["id"] as? String)?.count == 16)
        #expect((document["entry"] as? String)?.count == 16)
        #expect(document["part"] as? Int == 1)
        let sides = try #require(document["sides"] as? [[String: Any]])
        #expect(sides.map { $0["number"] as? Int } == [1, 2])
      }

      let overlap = try Self.find("overlap", in: documents)
      #expect((overlap["id"] as? String)?.hasPrefix(words["overlap"] ?? "?") == true)
      #expect((overlap["entry"] as? String)?.hasPrefix(words["id"] ?? "?") == true)
      #expect(overlap["field"] as? String == "happened")
      #expect(overlap["base"] as? String == Self.base)
      #expect(try Self.side(local: true, of: overlap)["text"] as? String == Self.desk)
      #expect(try Self.side(local: false, of: overlap)["text"] as? String == Self.laptop)
      let shown = try await stage.run(
        "afterwit show \"\(words["id"] ?? "")\" --field happened", at: "desk")
      #expect(overlap["current"] as? String == String(shown.output.dropLast()))
      #expect(
        Self.answers(of: overlap).prefix(2) == [
          "mine I talked far too quickly.", "theirs I talked too slowly.",
        ])
      #expect(Self.answers(of: overlap).last == "base I talked too fast.")
      #expect(Self.answers(of: overlap).count == 4)
      let machines = try Self.side(local: false, of: overlap)["machines"] as? [[String: Any]]
      #expect(machines?.map { $0["name"] as? String } == ["laptop"])

      let value = try Self.find("value", in: documents)
      #expect(value["field"] as? String == "mood")
      #expect(value["base"] as? String == "3")
      #expect(try Self.side(local: true, of: value)["text"] as? String == "2")
      #expect(try Self.side(local: false, of: value)["text"] as? String == "4")
      #expect(Self.answers(of: value) == ["mine 2", "theirs 4", "base 3"])

      let deletion = try Self.find("deletion", in: documents)
      #expect(deletion["field"] as? String == "entry")
      let sides = try #require(deletion["sides"] as? [[String: Any]])
      #expect(sides[0]["local"] as? Bool == true)
      #expect(sides[0]["text"] is NSNull)
      #expect(deletion["base"] as? String == "No offer.")
      #expect(sides[1]["text"] as? String == "No offer.\n\nNot yet.")
      #expect(deletion["current"] as? String == "No offer.\n\nNot yet.")
      #expect(Self.answers(of: deletion) == ["keep No offer.\n\nNot yet.", "remove -"])
      #expect(sides[1]["fields"] as? [String] == ["happened"])

      let status = try #require(try await stage.documents("status --json", at: "laptop").first)
      #expect(
        try Self.side(local: false, of: overlap)["device"] as? String
          == status["device"] as? String)
    }
  }

  @Test("Both machines print the same, but for what is local; show and list name the same ids")
  func sameOnBoth() async throws {
    try await ReviewScene.met.play { stage, words in
      let desk = try await stage.run("afterwit review --json", at: "desk").output
      let laptop = try await stage.run("afterwit review --json", at: "laptop").output
      let turns = [("true", "x"), ("false", "true"), ("x", "false")]
      let turned = turns.reduce(Self.withoutAnswers(laptop)) { text, turn in
        text.replacing("\"local\":" + turn.0, with: "\"local\":" + turn.1)
      }
      let lines = Set(Self.withoutAnswers(desk).split(separator: "\n"))
      #expect(lines == Set(turned.split(separator: "\n")))
      #expect(!desk.isEmpty)
      let yields = try await [
        stage.documents("review --json", at: "desk"),
        stage.documents("review --json", at: "laptop"),
      ].map { documents in
        Set(documents.map { Set(Self.answers(of: $0).map { $0.drop { $0 != " " } }) })
      }
      #expect(yields[0] == yields[1])

      let id = try #require(words["id"])
      let ids = Set(
        try await stage.documents("review --json", at: "desk")
          .filter { ($0["entry"] as? String)?.hasPrefix(id) == true }
          .compactMap { $0["id"] as? String })
      #expect(ids.count == 2)
      let shown = try #require(try await stage.documents("show \(id) --json", at: "desk").first)
      #expect(Set(shown["reviews"] as? [String] ?? []) == ids)
      let listed = try await stage.documents("list --json", at: "desk")
      #expect(listed.flatMap { $0["reviews"] as? [String] ?? [] }.count == 3)

      let overlap = try #require(words["overlap"])
      let one = try await stage.documents("review show \(overlap) --json", at: "desk")
      #expect(one.count == 1)
      #expect(one.first?["kind"] as? String == "overlap")
    }
  }

  /// What each answer is, and what it yields.
  private static func answers(of document: [String: Any]) -> [String] {
    let answers = document["answers"] as? [[String: Any]] ?? []
    return answers.map { "\($0["answer"] ?? "") \($0["yields"] as? String ?? "-")" }
  }

  /// Lines of documents without what is called otherwise on another machine.
  private static func withoutAnswers(_ lines: String) -> String {
    lines.replacing(/,"answers":.*/, with: "}")
  }

  private static func find(
    _ kind: String, in documents: [[String: Any]]
  ) throws -> [String: Any] {
    try #require(documents.first { $0["kind"] as? String == kind })
  }

  private static func side(local: Bool, of document: [String: Any]) throws -> [String: Any] {
    let sides = try #require(document["sides"] as? [[String: Any]])
    return try #require(sides.first { $0["local"] as? Bool == local })
  }
}
