import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitText
import Testing

@testable import AfterwitExchange

@Suite("The export of an entry")
struct EntryExportTests {
  private let id = EntryID([UInt8](repeating: 1, count: 10)) ?? .journal
  private let journal = JournalID([UInt8](repeating: 2, count: JournalID.byteCount))
  private let presence = Presence(
    times: EntryTimes(
      first: [EntryTimes.Touch(index: 1, timestamp: Timestamp(rawValue: 1))],
      last: [EntryTimes.Touch(index: 9, timestamp: Timestamp(rawValue: 9))]),
    edits: [], hiding: [], deletions: [])

  @Test("holds every field by name, the value that is shown first, and who wrote it")
  func values() throws {
    let title = Register(writes: [
      Register.Write(
        index: 2, timestamp: Timestamp(rawValue: 2), envelope: .zero, value: "shown"),
      Register.Write(
        index: 1, timestamp: Timestamp(rawValue: 1), envelope: .zero, value: "beside"),
    ])
    let tags = AddWinsSet(adds: [ExactString("b"): [3, 1], ExactString("a"): [2]])
    let text = TextField(text: "Words", heads: [TextField.Head(position: 0, index: 4)])
    let export = try export([
      (FieldName(.title), FieldState(value: .register(title))),
      (FieldName(.kind), FieldState(value: .register(register("goal")))),
      (FieldName(.tags), FieldState(value: .set(tags))),
      (FieldName(.happened), FieldState(value: .text(text))),
    ])
    #expect(export.kind == "goal" && !export.isDeleted && export.deletions.isEmpty)
    #expect(export.fields.map(\.name) == ["happened", "kind", "tags", "title"])
    #expect(export.fields.map(\.family) == [1, 2, 3, 2])
    guard case .text(let words, let last) = export.fields[0].value,
      case .set(let elements) = export.fields[2].value,
      case .register(let values) = export.fields[3].value
    else {
      Issue.record("the fields are exported as \(export.fields.map(\.value))")
      return
    }
    #expect(words == "Words" && last == [mark(4)])
    #expect(elements.map(\.element) == ["a", "b"])
    #expect(elements.map(\.marks) == [[mark(2)], [mark(1), mark(3)]])
    #expect(values.map(\.value) == ["shown", "beside"])
    #expect(values.map(\.mark) == [mark(2), mark(1)])
  }

  @Test("names the devices of its marks, and no others")
  func devices() throws {
    let names = [device(2): "desk", device(9): "attic"]
    let export = try export(
      [(FieldName(.title), FieldState(value: .register(register("t", index: 2))))], names: names)
    #expect(export.deviceNames == [device(2): "desk"])
  }

  @Test("holds what is not understood byte for byte, in the order of the changes")
  func foreign() throws {
    let state = FieldState(value: .unknown, notUnderstood: [7, 5])
    let export = try export([(FieldName(.recited), state)])
    let field = try #require(export.fields.first)
    guard case .unknown = field.value else {
      Issue.record("a counter is exported as \(field.value)")
      return
    }
    #expect(field.foreign.map(\.mark) == [mark(5), mark(7)])
    #expect(field.foreign.map(\.operations) == [[5, 1], [7, 1]])
  }

  @Test("tells what hides it")
  func deletions() throws {
    let hidden = Presence(
      times: presence.times, edits: [], hiding: [3], deletions: [])
    let export = try EntryExport(
      id, journal: try #require(journal), content: EntryContent(presence: hidden, states: []),
      names: [:], from: Changes())
    #expect(export.isDeleted && export.deletions == [mark(3)])
  }

  private func export(
    _ states: [(FieldName, FieldState)], names: [DeviceID: String] = [:]
  ) throws -> EntryExport {
    try EntryExport(
      id, journal: #require(journal), content: EntryContent(presence: presence, states: states),
      names: names,
      from: Changes())
  }

  private func register(_ value: String, index: Int = 1) -> Register {
    Register(writes: [
      Register.Write(
        index: index, timestamp: Timestamp(rawValue: 1), envelope: .zero, value: value)
    ])
  }
}

private func device(_ index: Int) -> DeviceID {
  DeviceID([UInt8](repeating: UInt8(index), count: DeviceID.byteCount)) ?? .zero
}

private func mark(_ index: Int) -> EntryExport.Mark {
  EntryExport.Mark(
    change: Changes.envelope(index), device: device(index),
    timestamp: Timestamp(rawValue: UInt64(index)))
}

/// Changes of which each is written by a device of its own.
private struct Changes: ExportSource {
  func changeStamp(at index: Int) -> ChangeStamp {
    ChangeStamp(
      index: index, parents: [],
      order: TextOrder(device: device(index), number: 1, envelope: Self.envelope(index)),
      timestamp: Timestamp(rawValue: UInt64(index)))
  }

  func operations(of index: Int, on key: FieldKey) -> [UInt8] { [UInt8(index), 1] }

  static func envelope(_ index: Int) -> EnvelopeID {
    EnvelopeID([UInt8](repeating: UInt8(index), count: EnvelopeID.byteCount)) ?? .zero
  }
}
