import AfterwitDevice
import AfterwitHTTP
import AfterwitHousehold
import AfterwitJournal
import AfterwitWire
import Testing

@Suite("Drills with a relay that does not hold")
struct DrilledRelayTests {
  @Test("A relay that lost one envelope is found, whichever it is", arguments: [1, 3, 5])
  func lossy(place: Int) async throws {
    try await LiveRelay.with { live in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: live)
        for number in 1...5 {
          _ = try desk.new(.mantra, edits: [.set(field: "words", value: "Number \(number)")])
        }
        try await desk.sync(at: live)
        let held = try desk.status().held
        try await withHTTPRelay(at: live.address) { relay in
          let drill = try Drill(desk)
          let whole = try await drill.takeAll(from: relay, into: "whole")
          #expect(whole.result.lost == 0 && whole.result.isSame == true && !whole.isCopied)
          var lossy = TamperingRelay(relay: relay)
          lossy.envelopes = { page in
            page.filter { (try? Envelope(parsing: $0))?.header.number != UInt64(place) + 1 }
          }
          let left = try? await drill.takeAll(from: lossy, into: "lossy")
          #expect(left.map { $0.result.lost > 0 && $0.result.isSame == nil } ?? true)
          try drill.end(hasHeld: false)
        }
        #expect(try desk.status().held == held)
      }
    }
  }
}
