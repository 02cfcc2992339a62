import AfterwitDevice
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import Foundation
import Testing

@Suite("One device, without a network")
struct OneDeviceTests {
  @Test("A reflection that was written is shown, listed and found")
  func writing() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(
        .reflection,
        edits: [
          .set(field: "happened", value: "They asked about queues.\nI went blank."),
          .set(field: "mood", value: "2"), .add(field: "tags", value: "#Onsite "),
        ])
      let view = try device.entry(id)
      #expect(view.title == "They asked about queues.")
      #expect(view.register("mood") == "2")
      #expect(view.set("tags") == ["onsite"])
      #expect(
        try device.list(ListFilter(EntryFilter(.tag(Tag.normalized("onsite"))))).map(\.entry.id)
          == [id])
      #expect(try device.list(ListFilter(EntryFilter(words: ["queu"]))).map(\.entry.id) == [id])
      #expect(try device.entryID(id.shortText) == id)
      #expect(try device.entryID("@") == id)
    }
  }

  @Test("Everything that is shown can be derived anew from the envelopes")
  func rebuilding() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(.goal, edits: [.set(field: "title", value: "Ask for feedback")])
      _ = try device.edit(id, edits: [.append(field: "plan", text: "On Monday.")])
      let gone = try device.new(.mantra, edits: [.set(field: "words", value: "Again.")])
      try device.remove([.entry(gone)])
      let before = try device.status()
      let shown = try device.entry(id)
      try device.rebuild()
      #expect(try device.status() == before)
      #expect(try device.entry(id) == shown)
      #expect(try device.list(ListFilter(deleted: true)).map(\.entry.id) == [gone])
    }
  }

  @Test("An editor left open does not undo what another process wrote meanwhile")
  func staleDraft() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(
        .reflection, edits: [.set(field: "happened", value: "First line.\nLast line.")])
      let draft = try device.openDraft(id, field: nil)
      let other = try Device(
        opening: household.home("desk"), environment: household.environment)
      _ = try other.edit(
        id, edits: [.replace(field: "happened", text: "First line, seen again.\nLast line.")])
      try "First line.\nLast line, at last.\n".write(
        toFile: draft.path, atomically: true, encoding: .utf8)
      #expect(try device.commit(draft).isChange)
      #expect(
        try device.entry(id).text("happened") == "First line, seen again.\nLast line, at last.")
      #expect(!FileManager.default.fileExists(atPath: draft.path))
    }
  }

  @Test("A draft that was left as it was opened is opened again, on what is shown now")
  func draftAgain() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(.mantra, edits: [.set(field: "words", value: "One more.")])
      let path = try device.openDraft(id, field: nil).path
      try device.remove([.entry(id)])
      let draft = try device.openDraft(id, field: nil)
      #expect(draft.path == path)
      // One that is in use, or was changed, is another's.
      #expect(try device.openDraft(id, field: nil).path != path)
      try "One more time.".write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try device.openDraft(id, field: nil).path != path)
      #expect(try device.commit(draft).isChange)
      #expect(try !device.entry(id).isDeleted)
      #expect(try device.status().reviews == 0, "the edit has seen the deletion")
    }
  }

  @Test("A deleted entry is hidden, and shown again when restored or edited")
  func deleting() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(.mantra, edits: [.set(field: "words", value: "One more.")])
      try device.remove([.entry(id)])
      #expect(try device.list(ListFilter()).isEmpty)
      try device.restore([.entry(id)])
      #expect(try device.list(ListFilter()).map(\.entry.id) == [id])
      try device.remove([.entry(id)])
      #expect(try device.edit(id, edits: [.append(field: "words", text: "And one.")]))
      #expect(try !device.entry(id).isDeleted)
    }
  }

  @Test(
    "An edit that is true already changes nothing",
    arguments: [
      FieldEdit.set(field: "title", value: "Call back"),
      .remove(field: "tags", value: "z"), .replace(field: "plan", text: "Soon."),
      .append(field: "plan", text: ""),
    ])
  func nothingToDo(edit: FieldEdit) async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(
        .goal,
        edits: [
          .set(field: "title", value: "Call back"), .add(field: "tags", value: "a"),
          .set(field: "plan", value: "Soon."),
        ])
      let before = try device.status()
      #expect(try !device.edit(id, edits: [edit]))
      #expect(try device.status() == before)
    }
  }

  @Test(
    "An edit that a kind does not take is refused and changes nothing",
    arguments: [
      FieldEdit.set(field: "happened", value: "x"), .set(field: "due", value: "20-31-2026"),
      .set(field: "state", value: "won"), .set(field: "tags", value: "a"),
      .add(field: "title", value: "x"), .append(field: "title", text: "x"),
      .add(field: "tags", value: " # "), .set(field: "steps", value: "x"),
    ])
  func refused(edit: FieldEdit) async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(.goal, edits: [.set(field: "title", value: "Call back")])
      let before = try device.status()
      do {
        _ = try device.edit(id, edits: [edit])
        Issue.record("the edit was taken")
      } catch let error as DeviceFailure {
        #expect(error.code == .usage)
      }
      #expect(try device.status() == before)
    }
  }

  @Test("A text too large for one change is refused and kept as a private draft")
  func tooLarge() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let text = String(repeating: "äöü ", count: 700_000)
      do {
        _ = try device.new(.reflection, edits: [.set(field: "happened", value: text)])
        Issue.record("the text was taken")
      } catch let error as DeviceFailure {
        #expect(error.code == .usage)
        let drafts = household.home("desk").path + "/drafts"
        let kept = try FileManager.default.contentsOfDirectory(atPath: drafts)
          .filter { !$0.hasSuffix(".draft") }
        let name = try #require(kept.count == 1 ? kept.first : nil)
        let path = drafts + "/\(name)/\(name).md"
        guard case .keeping(.inNewDraft(path, recoveredBy: _), _) = error else { throw error }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      }
      #expect(try device.list(ListFilter()).isEmpty)
    }
  }

  @Test("A home is used once, and a home that is not used says how to begin")
  func homes() async throws {
    try await Household.with { household in
      #expect(throws: DeviceFailure.self) {
        try Device(opening: household.home("desk"), environment: household.environment)
      }
      let device = try household.founder("desk")
      let before = try device.status()
      do {
        _ = try household.founder("desk")
        Issue.record("a second journal was made")
      } catch let error as DeviceFailure {
        #expect(error.code == .usage)
      }
      #expect(try device.status() == before)
    }
  }

  @Test("A founding that was cut short leaves a home that can still be used")
  func cutShort() async throws {
    try await Household.with { household in
      #expect(throws: (any Error).self) {
        try Device.initialize(
          household.home("desk"), name: "desk", environment: household.environment
        ) { _ throws(DeviceFailure) in throw .storage(.full) }
      }
      _ = try household.founder("desk")
    }
  }
}
