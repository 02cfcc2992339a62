import AfterwitProcesses
import Foundation
import Testing

/// Two machines that imported one source before they met, and went on from there.
@Suite("Imports that meet", .hangLimit)
struct ImportMeetingTests {
  private static func source(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      """
      [2024-01-01 09:\(number)] Day \(number)
      They asked about queues. Then it went quiet. I left at \(number) past nine.

      It rained.


      """
    }.joined()
  }

  private func entry(_ number: Int, on stage: Stage, at device: String) async throws -> String {
    let found = try await stage.run(
      "afterwit list --json | grep '\"title\":\"Day \(number)\"'", at: device
    ).output
    return try String(#require(found.firstMatch(of: #/"id":"([0-9a-z]{16})"/#)).1)
  }

  private func run(_ line: String, on stage: Stage, at device: String) async throws {
    let outcome = try await stage.run(line, at: device)
    #expect(outcome.code == 0, "\(line): \(outcome)")
  }

  @Test("Who went on from an import is asked nothing about the other's copy [AW-EXCH-6]")
  func wentOn() async throws {
    try await Scene.paired.play { stage, _ in
      let path = stage.scratch.path + "/j.txt"
      try Self.source(10..<20).write(toFile: path, atomically: true, encoding: .utf8)
      for device in ["desk", "laptop"] {
        try await run("afterwit import '\(path)'", on: stage, at: device)
      }
      var ids: [String] = []
      for number in 10..<20 { ids.append(try await entry(number, on: stage, at: "desk")) }
      let body =
        "They asked about queues. Then it went quiet. I left at %d past nine.\n\nIt rained."
      func edited(_ number: Int, _ old: String, _ new: String) -> String {
        body.replacing("%d", with: String(number)).replacing(old, with: new)
      }
      func write(_ number: Int, _ text: String, at device: String) async throws {
        try await run(
          "afterwit edit \(ids[number - 10]) --text '\(text)'", on: stage, at: device)
      }
      try await write(10, edited(10, "went quiet", "was silent"), at: "desk")
      try await write(11, edited(11, "It rained", "It snowed"), at: "laptop")
      try await run("afterwit edit \(ids[2]) --append 'More.'", on: stage, at: "desk")
      try await write(13, "All anew.", at: "laptop")
      try await run("afterwit edit \(ids[4]) --set title='Another day'", on: stage, at: "desk")
      try await run("afterwit rm \(ids[5])", on: stage, at: "laptop")
      // Both went on, in other places; and in the same one.
      try await write(16, edited(16, "went quiet", "was silent"), at: "desk")
      try await write(16, edited(16, "It rained", "It snowed"), at: "laptop")
      try await write(17, edited(17, "went quiet", "was silent"), at: "desk")
      try await write(17, edited(17, "went quiet", "grew loud"), at: "laptop")
      // What the source says since comes in on both.
      try Self.source(10..<20).replacing("18 past nine", with: "half past nine").write(
        toFile: path, atomically: true, encoding: .utf8)
      for device in ["desk", "laptop"] {
        try await run("afterwit import '\(path)'", on: stage, at: device)
      }
      for device in ["desk", "laptop", "desk"] {
        _ = try await stage.run("afterwit sync", at: device)
      }
      var shown: Set<String> = []
      for device in ["desk", "laptop"] {
        let reviews = try await stage.run("afterwit review list", at: device).output
        #expect(
          reviews.split(separator: "\n").count == 1 && reviews.contains("Day 17"), "\(reviews)")
        func text(_ number: Int) async throws -> String {
          try await stage.run("afterwit show \(ids[number - 10]) --field happened", at: device)
            .output
        }
        for (number, expected) in [
          (10, edited(10, "went quiet", "was silent")), (11, edited(11, "It rained", "It snowed")),
          (12, edited(12, "", "") + "\n\nMore."), (13, "All anew."), (14, edited(14, "", "")),
          (16, edited(16, "went quiet", "was silent").replacing("It rained", with: "It snowed")),
          (18, edited(18, "18 past nine", "half past nine")), (19, edited(19, "", "")),
        ] {
          #expect(try await text(number) == expected + "\n", "\(number) on \(device)")
        }
        let listed = try await stage.run("afterwit list", at: device).output
        #expect(listed.contains("Another day") && !listed.contains("Day 15"))
        #expect(listed.split(separator: "\n").count == 9)
        shown.insert(try await stage.run("afterwit status --json", at: device).output.digest)
      }
      #expect(shown.count == 1)
      // What a person did last is still what they take back.
      #expect(
        try await stage.run("afterwit undo", at: "laptop").output.contains("Taken back: edit"))
    }
  }
}

extension String {
  /// The digest in the document of `status`.
  fileprivate var digest: String {
    firstMatch(of: #/"digest":"([0-9a-f]+)"/#).map { String($0.1) } ?? self
  }
}
