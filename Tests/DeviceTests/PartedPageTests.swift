import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSync
import AfterwitWire
import Testing

@testable import AfterwitDevice

@Suite("A page that takes longer than there is time")
struct PartedPageTests {
  @Test("is stored in parts that stay, and the cursor moves with the last [AW-SYNC-17]")
  func parts() async throws {
    try await Trio.with { trio in
      for number in 0..<150 {
        _ = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "Number \(number)")])
      }
      let before = try trio.shed.status().entries
      let cursor = try DeviceReplica(trio.shed).relayState().cursor
      let replica = try DeviceReplica(trio.shed)
      let page = try await replica.incoming(trio.household.envelopes(of: "desk"))
      let later = RelayState(
        cursor: RelayCursor(position: 999, hash: [UInt8](repeating: 1, count: 32)))
      let first = try await replica.admit(page, remembering: later) { false }
      #expect(first.new > 0 && first.new + first.alreadyHeld == 64)
      #expect(try trio.shed.status().entries == before + first.new)
      #expect(try replica.relayState().cursor == cursor)
      // Whatever order its envelopes have, a page in parts is admitted as one.
      let rest = try await replica.admit(page.reversed(), remembering: later) { true }
      #expect(first.new + rest.new == 150 && rest.gaps.isEmpty && rest.strangers.isEmpty)
      #expect(try replica.relayState().cursor == later.cursor)
      try await trio.expectHealed()
      try trio.expectRebuilt()
    }
  }
}
