import AfterwitDocument
import AfterwitEncoding
import AfterwitJournal
import Testing

@testable import AfterwitDevice

@Suite("Why what stands stands")
struct ReasonTests {
  @Test("What was taken back, by whom, and what was brought back")
  func undo() async throws {
    try await Machines.with { machines in
      let id = try machines.desk.new(.reflection, edits: [.set(field: "mood", value: "2")])
      try await machines.sync()
      machines.advance()
      _ = try machines.laptop.edit(id, edits: [.set(field: "mood", value: "4")])
      func undo(_ number: Int, on device: Device) throws {
        machines.advance()
        let version = try device.history(of: .entry(id))[number - 1]
        _ = try device.writing { transaction in
          try device.record(
            [Change.Block(key: .undo, operations: .undo([version.change]))], touching: id,
            transaction)
        }
      }
      try undo(2, on: machines.laptop)
      try await machines.sync()
      func rules() throws -> [Reason.Rule] {
        try machines.desk.reasons(for: .entry(id), field: "mood").reasons.map(\.rule)
      }
      #expect(try rules() == [.last, .takenBack])
      let taken = try machines.desk.reasons(for: .entry(id), field: "mood").reasons[1]
      #expect(taken.by.map(\.version.number) == [3])
      #expect(taken.beside.map(\.version.number) == [2])
      #expect(taken.by.allSatisfy { !$0.version.writer.isLocal })
      try undo(3, on: machines.desk)
      #expect(try rules() == [.last, .broughtBack])
      #expect(try machines.desk.entry(id).register("mood") == "4")
    }
  }

  @Test("A deletion that met an edit: who did what, and who decided it how")
  func deletion() async throws {
    for keeps in [true, false] {
      try await Machines.with { machines in
        let id = try machines.desk.new(.reflection, edits: [.set(field: "mood", value: "2")])
        try await machines.sync()
        machines.advance()
        _ = try machines.desk.remove([.entry(id)])
        _ = try machines.laptop.edit(id, edits: [.set(field: "mood", value: "4")])
        try await machines.sync()
        let found = try machines.desk.reasons(for: .entry(id)).reasons
        #expect(found.map(\.rule).contains(.editedBeside))
        #expect(found.contains { $0.review != nil })
        machines.advance()
        if keeps {
          _ = try machines.desk.restore([.entry(id)])
        } else {
          _ = try machines.desk.remove([.entry(id)])
        }
        let decided = try machines.desk.reasons(for: .entry(id)).reasons.first {
          $0.rule == .decided
        }
        #expect(decided?.value == (keeps ? "kept" : "removed"))
        #expect(decided?.beside.count == 2)
      }
    }
  }

  @Test("An element that one took out and one added at once stays, and both are named")
  func addWins() async throws {
    try await Machines.with { machines in
      let id = try machines.desk.new(.reflection, edits: [.add(field: "tags", value: "hr")])
      try await machines.sync()
      _ = try machines.desk.edit(id, edits: [.remove(field: "tags", value: "hr")])
      _ = try machines.laptop.edit(id, edits: [.add(field: "tags", value: "hr")])
      try await machines.sync()
      let reasons = try machines.desk.reasons(for: .entry(id), field: "tags").reasons
      #expect(reasons.map(\.rule) == [.addWins])
      #expect(reasons.first?.by.count == 1 && reasons.first?.beside.count == 1)
    }
  }
}
