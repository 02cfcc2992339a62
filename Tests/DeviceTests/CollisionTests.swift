import AfterwitDevice
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSync
import Foundation
import Testing

@Suite("What collides is kept")
struct CollisionTests {
  @Test(
    "Paragraphs appended on two devices at once stay apart",
    arguments: [
      "", "Base.", "Base.\n", "Base.\n\n",
    ])
  func appending(base: String) async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        let id = try desk.new(
          .reflection,
          edits: [.set(field: "title", value: "Two"), .set(field: "happened", value: base)])
        let attic = try await household.joiner("attic", invitedBy: desk, at: relay)
        try await attic.sync(at: relay)
        _ = try desk.edit(id, edits: [.append(field: "happened", text: "Alpha one.")])
        _ = try attic.edit(id, edits: [.append(field: "happened", text: "Beta two.")])
        try await syncAll([desk, attic], at: relay)
        let lines = try desk.entry(id).text("happened").split(separator: "\n").map(String.init)
        #expect(Set(lines) == Set(["Alpha one.", "Beta two."] + (base.isEmpty ? [] : ["Base."])))
        try expectSame(desk, attic)
      }
    }
  }

  @Test("More editors than a change can name parents keep nobody from writing")
  func manyHeads() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(.mantra, edits: [.set(field: "words", value: "Start.")])
      let drafts = try (0..<260).map { _ in try device.openDraft(id, field: nil) }
      for (number, draft) in drafts.enumerated() {
        try "Start.\nLine \(number).".write(
          toFile: draft.path, atomically: true, encoding: .utf8)
        #expect(try device.commit(draft).isChange)
      }
      _ = try device.edit(id, edits: [.append(field: "words", text: "End.")])
      let text = try device.entry(id).text("words")
      for number in drafts.indices {
        #expect(text.contains("Line \(number)."))
      }
      #expect(text.contains("End."))
    }
  }

  @Test("Of several foundings of one home at once, one holds and the others say so")
  func foundingTwice() async throws {
    try await Household.with { household in
      let home = household.home("desk")
      let results = try await withThrowingTaskGroup(of: Bool.self) { tasks in
        for number in 0..<6 {
          tasks.addTask {
            do {
              _ = try Device.initialize(
                home, name: "desk \(number)", environment: .system
              ) { _ in }
              return true
            } catch let error as DeviceFailure where error.code == .usage {
              return false
            }
          }
        }
        return try await tasks.reduce(into: []) { $0.append($1) }
      }
      #expect(results.count { $0 } == 1)
      let device = try Device(opening: home, environment: .system)
      #expect(try device.devices().count == 1)
    }
  }

  @Test(
    "A name that does not fit is refused before anything is made",
    arguments: [
      "", String(repeating: "n", count: 200),
    ])
  func names(name: String) async throws {
    try await Household.with { household in
      do {
        _ = try Device.initialize(
          household.home("desk"), name: name, environment: household.environment
        ) { _ in Issue.record("a recovery secret was shown") }
        Issue.record("the name was taken")
      } catch let error as DeviceFailure {
        #expect(error.code == .usage)
      }
      #expect(try !household.home("desk").isUsed())
    }
  }

  @Test("An editor that leaves nothing does not empty the text")
  func emptyDraft() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(.mantra, edits: [.set(field: "words", value: "Stay.")])
      let draft = try device.openDraft(id, field: nil)
      try "".write(toFile: draft.path, atomically: true, encoding: .utf8)
      #expect(throws: DeviceFailure.self) { try device.commit(draft) }
      #expect(try device.entry(id).text("words") == "Stay.")
    }
  }

  @Test("Words after a zero scalar are found")
  func zeroScalar() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(.mantra, edits: [.set(field: "words", value: "before\0 after")])
      #expect(try device.list(ListFilter(EntryFilter(words: ["after"]))).map(\.entry.id) == [id])
      #expect(try device.entry(id).text("words") == "before\0 after")
    }
  }
}
