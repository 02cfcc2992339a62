import AfterwitCausality
import AfterwitDevice
import AfterwitDocument
import AfterwitEncoding
import AfterwitExchange
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitWire
import Testing

@Suite("The export of what is not understood")
struct ForeignExportTests {
  @Test("Operations of a later version are exported byte for byte, beside what is understood")
  func foreign() async throws {
    try await Trio.with { trio in
      let id = try trio.desk.new(
        .goal, edits: [.set(field: "title", value: "Ask"), .set(field: "due", value: "2026-12-01")])
      try await syncAll([trio.desk, trio.attic], at: trio.relay)
      var member = try HostileMember("attic", of: trio)
      let body = Change(
        timestamp: Timestamp(milliseconds: 1_800_000_900_000, counter: 1),
        followsPredecessor: true, parents: [],
        blocks: [
          Change.Block(
            key: FieldKey(entry: id, field: FieldName("due", family: .register)),
            operations: .unknown([9, 1, 2, 255])),
          Change.Block(
            key: FieldKey(entry: id, field: FieldName("streak", family: .counter)),
            operations: .unknown([1, 7])),
        ]
      ).body
      let envelope = try member.seal(body)
      try await member.append([envelope])
      try await trio.desk.sync(at: trio.relay)

      var exported: [EntryExport] = []
      try trio.desk.export { exported.append($0) }
      let entry = try #require(exported.first)
      #expect(exported.count == 1 && entry.id == id)
      let due = try #require(entry.fields.first { $0.name == "due" })
      guard case .register(let values) = due.value else {
        Issue.record("a register is exported as \(due.value)")
        return
      }
      #expect(values.map(\.value) == ["2026-12-01"])
      #expect(due.foreign.map(\.operations) == [[9, 1, 2, 255]])
      #expect(due.foreign.first?.mark.change == envelope.id)
      #expect(due.foreign.first?.mark.device == member.keys.device)
      let streak = try #require(entry.fields.first { $0.name == "streak" })
      guard case .counter(0) = streak.value else {
        Issue.record("a counter is exported as \(streak.value)")
        return
      }
      #expect(streak.foreign.map(\.operations) == [[1, 7]])
    }
  }
}
