import AfterwitCausality
import AfterwitDevice
import AfterwitDocument
import AfterwitEncoding
import AfterwitExchange
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitSync
import AfterwitWire
import Testing

@Suite("A member whose version knows families that this one does not")
struct LaterFamilyTests {
  /// The body of a change that sets the day on which a goal is due, and does something to a field of a
  /// family that this version does not know.
  private static func body(_ entry: EntryID, due: String, unknown: [UInt8]) -> [UInt8] {
    Change(
      timestamp: Timestamp(milliseconds: 1_800_000_900_000, counter: 1), followsPredecessor: true,
      parents: [],
      blocks: [
        Change.Block(
          key: FieldKey(entry: entry, field: FieldName("due", family: .register)),
          operations: .register(due)),
        Change.Block(
          key: FieldKey(entry: entry, field: FieldName(storedName: "chart", familyCode: 77)),
          operations: .unknown(unknown)),
      ]
    ).body
  }

  @Test("What is understood goes on both ways, and the rest is kept byte for byte and passed on")
  func bothWays() async throws {
    try await Trio.with { trio in
      let id = try trio.desk.new(.goal, edits: [.set(field: "title", value: "Ask")])
      try await syncAll([trio.desk, trio.attic, trio.shed], at: trio.relay)
      var member = try HostileMember("attic", of: trio)
      try await member.append([
        try member.seal(Self.body(id, due: "2026-12-01", unknown: [0, 200])),
        try member.seal(Self.body(id, due: "2026-12-02", unknown: [7])),
      ])
      let report = try await trio.desk.sync(at: trio.relay)
      #expect(report.agreed && report.forged == 0 && report.unknown == 0 && report.waiting == 0)
      #expect(try trio.desk.entry(id).register("due") == "2026-12-02")

      _ = try trio.desk.edit(id, edits: [.set(field: "why", value: "It helps.")])
      _ = try trio.shed.edit(id, edits: [.set(field: "title", value: "Ask two people")])
      try await trio.expectHealed()
      let entry = try trio.shed.entry(id)
      #expect(entry.text("why") == "It helps." && entry.register("title") == "Ask two people")
      #expect(entry.register("due") == "2026-12-02")
      #expect(try trio.desk.status().reviews == 0)

      var exported: [EntryExport] = []
      try trio.shed.export { exported.append($0) }
      let chart = try #require(exported.first?.fields.first { $0.name == "chart" })
      #expect(chart.foreign.map(\.operations) == [[0, 200], [7]])
      try trio.expectRebuilt()
    }
  }

  @Test("Whoever deleted an entry unseen by it is asked, as for an edit that is understood")
  func deletedMeanwhile() async throws {
    try await Trio.with { trio in
      let id = try trio.desk.new(.goal, edits: [.set(field: "title", value: "Ask")])
      try await syncAll([trio.desk, trio.attic], at: trio.relay)
      var member = try HostileMember("attic", of: trio)
      try await member.append([try member.seal(Self.body(id, due: "", unknown: [1]))])
      _ = try trio.desk.remove([.entry(id)])
      try await trio.expectHealed()
      #expect(try trio.desk.status().reviews == 1)
      #expect(try !trio.shed.entry(id).isDeleted)
      try trio.expectRebuilt()
    }
  }
}
