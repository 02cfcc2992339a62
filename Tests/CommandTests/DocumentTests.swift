import AfterwitProcesses
import Foundation
import Testing

@Suite("JSON", .hangLimit)
struct DocumentTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'Quite long a text.' --tag b --tag a --set mood=2 --set starred=yes
      {id}
      """#
    ).play(on: stage)
  }

  @Test("status tells counts as integers, and null where there is nothing yet")
  func status() async throws {
    try await Self.begin.play { stage, _ in
      let document = try #require(try await Self.read("status --json", on: stage).first)
      #expect(
        Set(document.keys) == [
          "schema", "journal", "device", "entries", "pending", "copies", "waiting", "quarantined",
          "reviews", "relay", "generation", "digest", "held", "drafts", "automaticSync",
          "relayAnswered", "missingKeys", "owedKeys", "untoldRevocations", "needsNewerVersion",
          "setAside", "restored", "backup",
        ])
      #expect(document["restored"] is NSNull)
      #expect((document["backup"] as? [String: Any])?["made"] is NSNull)
      #expect(document["schema"] as? String == "afterwit.status/1")
      #expect(document["entries"] as? Int == 1)
      #expect(document["reviews"] as? Int == 0)
      #expect(document["relay"] is NSNull)
      #expect((document["digest"] as? String)?.count == 64)
      #expect((document["journal"] as? String)?.count == 32)
    }
  }

  @Test("show tells every field that is set, and list and find the same")
  func entries() async throws {
    try await Self.begin.play { stage, words in
      let id = try #require(words["id"])
      let names: Set<String> = [
        "schema", "id", "kind", "title", "created", "modified", "fields", "tags", "starred",
        "deleted", "reviews",
      ]
      let shown = try #require(try await Self.read("show \(id) --json", on: stage).first)
      #expect(Set(shown.keys) == names)
      #expect((shown["id"] as? String)?.count == 16)
      #expect((shown["id"] as? String)?.hasPrefix(id) == true)
      #expect(shown["kind"] as? String == "reflection")
      #expect(shown["title"] as? String == "Quite long a text.")
      #expect(shown["tags"] as? [String] == ["a", "b"])
      #expect(shown["starred"] as? Bool == true)
      #expect(shown["deleted"] as? Bool == false)
      #expect((shown["reviews"] as? [Any])?.isEmpty == true)
      #expect((shown["created"] as? String)?.wholeMatch(of: Self.moment) != nil)
      let fields = try #require(shown["fields"] as? [String: Any])
      #expect(fields["happened"] as? String == "Quite long a text.")
      #expect(fields["mood"] as? Int == 2)
      #expect(fields["felt"] == nil)

      let listed = try #require(try await Self.read("list --json", on: stage).first)
      #expect(Set(listed.keys) == names)
      #expect(listed["schema"] as? String == "afterwit.list/2")
      #expect((listed["fields"] as? [String: Any])?["happened"] as? String == "Quite long a text.")
      #expect((listed["fields"] as? [String: Any])?["mood"] as? Int == 2)

      let found = try #require(try await Self.read("find long --json", on: stage).first)
      #expect(Set(found.keys) == names.union(["match", "matched"]))
      #expect((found["match"] as? String)?.contains("long") == true)
      #expect(found["matched"] as? String == "happened")
    }
  }

  @Test("device list tells each device, its name, whether it is this one, and when it wrote")
  func devices() async throws {
    try await Self.begin.play { stage, _ in
      let status = try #require(try await Self.read("status --json", on: stage).first)
      let documents = try await Self.read("device list --json", on: stage)
      #expect(documents.count == 1)
      #expect(documents[0]["name"] as? String == "desk")
      #expect(documents[0]["device"] as? String == status["device"] as? String)
      #expect(documents[0]["this"] as? Bool == true)
      #expect((documents[0]["last"] as? String)?.wholeMatch(of: Self.moment) != nil)
    }
  }

  private static var moment: Regex<Substring> {
    /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/
  }

  /// The documents that a read of the desk prints, one a line.
  private static func read(_ verb: String, on stage: Stage) async throws -> [[String: Any]] {
    let outcome = try await stage.run("afterwit " + verb, at: "desk")
    #expect(outcome.code == 0, "\(outcome.talk)")
    return try outcome.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }
}
