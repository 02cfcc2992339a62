import AfterwitDocument
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import Testing

@testable import AfterwitDevice

@Suite("The versions of an entry")
struct HistoryTests {
  /// Edits of every family, each recorded by itself; gives what was shown after each.
  private func write(on machines: Machines) throws -> (id: EntryID, shown: [EntryView]) {
    let desk = machines.desk
    var shown: [EntryView] = []
    let id = try desk.new(
      .reflection, edits: [.replace(field: "happened", text: "One. Two. Three.")])
    func keep() throws { shown.append(try desk.entry(id)) }
    func edit(_ edits: [FieldEdit]) throws {
      machines.advance()
      _ = try desk.edit(id, edits: edits)
      try keep()
    }
    try keep()
    try edit([.set(field: "mood", value: "2"), .add(field: "tags", value: "onsite")])
    try edit([.replace(field: "happened", text: "One. Too. Three.")])
    let list = FieldName("questions", family: .list)
    var items: [ElementKey] = []
    for words in ["Why?", "How?", "When?"] {
      machines.advance()
      let outcome = try desk.carryOut(
        EditRequest(.add(list: list, to: id), [.replace(field: "asked", text: words)]))
      if let element = outcome.element { items.append(element) }
      try keep()
    }
    machines.advance()
    _ = try desk.move([items[2]], to: .first)
    try keep()
    _ = try desk.remove([.element(items[0])])
    try keep()
    _ = try desk.edit([.element(items[1])], edits: [.replace(field: "said", text: "Slowly.")])
    try keep()
    try edit([.remove(field: "tags", value: "onsite"), .set(field: "mood", value: "")])
    _ = try desk.remove([.entry(id)])
    try keep()
    return (id, shown)
  }

  private func undo(_ version: EntryVersion, of id: EntryID, on device: Device) throws {
    _ = try device.writing { transaction in
      try device.record(
        [Change.Block(key: .undo, operations: .undo([version.change]))], touching: id, transaction)
    }
  }

  @Test("Version N shows what was shown after the first N changes, whatever was taken back since")
  func versions() async throws {
    try await Machines.with { machines in
      let (id, written) = try write(on: machines)
      var shown = written
      for number in [shown.count, 3, 12] {
        let versions = try machines.desk.history(of: .entry(id))
        try undo(versions[number - 1], of: id, on: machines.desk)
        shown.append(try machines.desk.entry(id))
      }
      let versions = try machines.desk.history(of: .entry(id))
      #expect(versions.map(\.number) == Array(1...shown.count))
      #expect(versions.suffix(3).map(\.undone) == [[11], [3], [12]])
      for (version, view) in zip(versions, shown) {
        let past = try machines.desk.entry(id, at: .number(version.number))
        #expect(past.view == view, "version \(version.number)")
        #expect(past.version == version)
      }
      for number in [0, 15, Int.max] {
        #expect(throws: DeviceFailure.history(.noVersion(number, of: 14))) {
          try machines.desk.entry(id, at: .number(number))
        }
      }
    }
  }

  @Test("A version that is brought back shows all but its counters again, by one change on top")
  func restoring() async throws {
    try await Machines.with { machines in
      let (id, shown) = try write(on: machines)
      try undo(try machines.desk.history(of: .entry(id))[0], of: id, on: machines.desk)
      for number in Array(1...shown.count) + [3, 9, 1] {
        let before = try machines.desk.history(of: .entry(id)).count
        let outcome = try machines.desk.bringBack(.number(number), of: id)
        let past = shown[number - 1]
        let now = try machines.desk.entry(id)
        #expect(outcome.isChange && outcome.version.number == number)
        #expect(now.fields.map(\.name) == past.fields.map(\.name), "version \(number)")
        #expect(now.fields.map(\.value) == past.fields.map(\.value), "version \(number)")
        #expect(now.isDeleted == past.isDeleted)
        let after = try machines.desk.history(of: .entry(id))
        #expect(after.count == before + 1)
        #expect(try !machines.desk.bringBack(.number(number), of: id).isChange)
        #expect(try machines.desk.history(of: .entry(id)).count == after.count)
      }
    }
  }

  @Test("Machines that wrote at once name the same changes, and the last version is what stands")
  func together() async throws {
    try await Machines.with { machines in
      let (id, shown) = try write(on: machines)
      try await machines.sync()
      machines.advance()
      _ = try machines.desk.bringBack(.number(2), of: id)
      let texts = ["One, at my desk. Two. Three.", "Once. Two. Three."]
      for (device, text) in zip([machines.desk, machines.laptop], texts) {
        machines.advance()
        _ = try device.edit(
          id, edits: [.replace(field: "happened", text: text), .set(field: "mood", value: "4")])
      }
      _ = try machines.laptop.edit(id, edits: [.set(field: "mood", value: "5")])
      try await machines.sync()
      for device in [machines.desk, machines.laptop] {
        let versions = try device.history(of: .entry(id))
        // One more keeps once what both wrote alike: the word that the version brought back.
        #expect(versions.count == shown.count + 5)
        #expect(versions.contains { $0.edits.contains { $0.deed == .united } })
        let last = try device.entry(id, at: .number(versions.count))
        #expect(last.view == (try device.entry(id)))
        #expect(last.reviews.sorted() == (try device.openReviewIDs(in: id)).sorted())
        #expect(!last.reviews.isEmpty)
      }
      let named = try [machines.desk, machines.laptop].map {
        Set(try $0.history(of: .entry(id)).map(\.change))
      }
      #expect(named[0] == named[1])
    }
  }

  @Test("A time names what was made up to then, with what that was made on, whatever clocks say")
  func times() async throws {
    try await Machines.with { machines in
      machines.set(desk: 3_600_000)
      let id = try machines.desk.new(.mantra, edits: [.set(field: "words", value: "One")])
      let begun = machines.now
      try await machines.sync()
      machines.advance()
      _ = try machines.laptop.edit(id, edits: [.replace(field: "words", text: "One two")])
      try await machines.sync()
      func shown(_ moment: String) throws -> String {
        try machines.desk.entry(id, at: .moment(moment)).view.text("words")
      }
      func local(_ milliseconds: UInt64) -> String {
        machines.desk.environment.localTime(milliseconds).description
      }
      #expect(try shown(local(begun + 60_000)) == "One two", "the first hour lies ahead")
      #expect(try shown(local(begun + 3_660_000)) == "One two")
      #expect(try shown("today") == "One two")
      let first = machines.desk.environment.localTime(begun + 60_000)
      #expect(throws: DeviceFailure.history(.beforeAll("2001-01-01", begun: first))) {
        try machines.desk.entry(id, at: .moment("2001-01-01"))
      }
      #expect(throws: DeviceFailure.history(.noMoment("someday", .unknown))) {
        try machines.desk.entry(id, at: .moment("someday"))
      }
    }
  }
}
