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
            "schema", "id", "part", "kind", "entry", "field", "base", "sides", "current",
          ])
        #expect(document["schema"] as? String == "afterwit.review/1")
        #expect((document["id"] as? String)?.count == 16)
        #expect((document["entry"] as? String)?.count == 16)
        #expect(document["part"] as? Int == 1)
        let sides = try #require(document["sides"] as? [[String: Any]])
        #expect(sides.allSatisfy { Set($0.keys) == ["number", "device", "local", "text"] })
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

      let value = try Self.find("value", in: documents)
      #expect(value["field"] as? String == "mood")
      #expect(value["base"] as? String == "3")
      #expect(try Self.side(local: true, of: value)["text"] as? String == "2")
      #expect(try Self.side(local: false, of: value)["text"] as? String == "4")

      let deletion = try Self.find("deletion", in: documents)
      #expect(deletion["field"] as? String == "entry")
      let sides = try #require(deletion["sides"] as? [[String: Any]])
      #expect(sides[0]["local"] as? Bool == true)
      #expect(sides[0]["text"] is NSNull)
      #expect(deletion["base"] as? String == "No offer.")
      #expect(sides[1]["text"] as? String == "No offer.\n\nNot yet.")
      #expect(deletion["current"] as? String == "No offer.\n\nNot yet.")

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
      let turned = [("true", "x"), ("false", "true"), ("x", "false")].reduce(laptop) { text, turn in
        text.replacing("\"local\":" + turn.0, with: "\"local\":" + turn.1)
      }
      #expect(Set(desk.split(separator: "\n")) == Set(turned.split(separator: "\n")))
      #expect(!desk.isEmpty)

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
