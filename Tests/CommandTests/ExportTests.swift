import AfterwitProcesses
import Foundation
import Testing

@Suite("The export", .hangLimit)
struct ExportTests {
  /// What is hard to carry: controls, line ends, marks beyond the first plane, joined emoji, quotes.
  private static let hard =
    "Line one.\r\nTab\there, \"quoted\\\", nul-free \u{1}\u{1f}\u{7f}\u{85}, 日本, e\u{301} and é, "
    + "👩‍👩‍👧 𝄞 \u{202e}turned\u{202c} \u{2028}end\n\n"

  @Test("Every word and value is in it, exactly, those of deleted entries too, in one order")
  func exact() async throws {
    try await Stage.alone { stage in
      _ = try await stage.run(
        #"afterwit init --name "The desk" --recovery-file "$T/recovery""#, at: "desk")
      // `-` takes one final newline for the shell's own.
      let made = try await stage.run(
        """
        afterwit new reflection - --title 'A "title"' --tag ünï --tag b --set mood=2 \
        --set people=Ann --on 2026-11-20
        """, at: "desk", input: Array((Self.hard + "\n").utf8))
      let id = try #require(made.output.split(separator: "\n").first)
      let more = try await stage.run(
        """
        afterwit edit \(id) --field lesson --text 'Ask first.' && afterwit edit \(id) --set mood= &&
        afterwit new mantra 'Soon gone.' && afterwit rm @ && afterwit new goal 'Go on'
        """, at: "desk")
      #expect(more.code == 0, "\(more.talk)")
      let outcome = try await stage.run("afterwit export --format json", at: "desk")
      #expect(outcome.code == 0 && outcome.talk.isEmpty, "\(outcome.talk)")
      #expect(try await stage.run("afterwit export", at: "desk").output == outcome.output)
      let entries = try outcome.output.split(separator: "\n").map { try Self.document($0) }
      #expect(entries.count == 3)
      let ids = try entries.map { try #require($0["id"] as? String) }
      #expect(ids == ids.sorted())
      #expect(entries.allSatisfy { $0["schema"] as? String == "afterwit.export/1" })

      let entry = try #require(entries.first { ($0["id"] as? String)?.hasPrefix(id) == true })
      let fields = try Self.fields(of: entry)
      #expect(
        (fields["happened"]?["text"] as? String).map { Array($0.utf8) } == Array(Self.hard.utf8))
      #expect(fields["lesson"]?["text"] as? String == "Ask first.")
      #expect(Self.values(fields["title"]) == ["A \"title\""])
      #expect(Self.values(fields["kind"]) == ["reflection"])
      #expect(Self.values(fields["mood"]) == [""])
      #expect(Self.values(fields["on"]) == ["2026-11-20"])
      let tags = try #require(fields["tags"]?["elements"] as? [[String: Any]])
      #expect(tags.compactMap { $0["element"] as? String } == ["b", "ünï"])
      let mark = try #require((tags[0]["added"] as? [[String: Any]])?.first)
      let devices = try #require(entry["devices"] as? [[String: Any]])
      #expect(devices.count == 1)
      #expect(devices[0]["name"] as? String == "The desk")
      #expect(mark["device"] as? String == devices[0]["device"] as? String)
      #expect((mark["change"] as? String)?.count == 64)

      let gone = try #require(entries.first { $0["deleted"] as? Bool == true })
      #expect(try Self.fields(of: gone)["words"]?["text"] as? String == "Soon gone.")
      #expect((gone["deletions"] as? [Any])?.count == 1)
    }
  }

  @Test("Values that stand beside the one that is shown are in it, and two devices export the same")
  func concurrent() async throws {
    try await Scene.paired.play { stage, _ in
      let words = try await Transcript(
        #"""
        desk$ afterwit new reflection 'Both were there.'
        {id}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit edit "$id" --set mood=2
        Changed {id}: {*}
        laptop$ afterwit edit "$id" --set mood=4
        Changed {id}: {*}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        """#
      ).play(on: stage)
      let desk = try await stage.run("afterwit export", at: "desk").output
      #expect(desk == (try await stage.run("afterwit export", at: "laptop").output))
      let entry = try Self.document(try #require(desk.split(separator: "\n").first))
      #expect((entry["id"] as? String)?.hasPrefix(words["id"] ?? "?") == true)
      let values = try #require(Self.values(try Self.fields(of: entry)["mood"]))
      #expect(values.sorted() == ["2", "4"])
      let shown = try await stage.run("afterwit show \(words["id"] ?? "") --field mood", at: "desk")
      #expect(shown.output == values[0] + "\n")
      #expect((entry["devices"] as? [Any])?.count == 2)
    }
  }

  private static func document(_ line: Substring) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private static func fields(of entry: [String: Any]) throws -> [String: [String: Any]] {
    let fields = try #require(entry["fields"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: fields.map { ($0["name"] as? String ?? "", $0) })
  }

  private static func values(_ field: [String: Any]?) -> [String]? {
    (field?["values"] as? [[String: Any]])?.compactMap { $0["value"] as? String }
  }
}
