import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitStore
import AfterwitWire
import Testing

@testable import AfterwitDevice

@Suite("Envelopes that come in a long page")
struct IncomingEnvelopeTests {
  @Test("Each is parsed in its place, and told to be signed where the device it names signed it")
  func checked() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      for number in 1...200 {
        _ = try device.new(.mantra, edits: [.set(field: "words", value: "\(number)")])
      }
      var page: [[UInt8]] = []
      let roster = try device.store.read { transaction in
        try transaction.forEachEnvelope { page.append($0) }
        return try transaction.roster(genesis: device.genesis)
      }
      page = Array(page.suffix(200))
      let ids = try page.map { try Envelope(parsing: $0).id }
      let forged = [0, 63, 64, 130, 199]
      for index in forged { page[index][EnvelopeHeader.byteCount] ^= 1 }
      page.insert([1, 2, 3], at: 100)

      let incoming = try await IncomingEnvelope.all(of: page) { roster }
      #expect(incoming.count == 201 && incoming[100].envelope == nil)
      let parsed = incoming.filter { $0.envelope != nil }
      #expect(parsed.map(\.envelope?.id) == ids)
      #expect(ids.indices.filter { !parsed[$0].isVerified } == forged)

      let short = Array(page.prefix(64))
      let left = try await IncomingEnvelope.all(of: short) {
        Issue.record("nobody needs the roster")
        return roster
      }
      #expect(left.map(\.envelope?.id) == Array(ids.prefix(64)))
      #expect(left.filter(\.isVerified).isEmpty)
      let another = try household.founder("phone")
      let other = try another.store.read { try $0.roster(genesis: another.genesis) }
      let strange = try await IncomingEnvelope.all(of: page) { other }
      #expect(strange.count == 201 && strange.filter(\.isVerified).isEmpty)
    }
  }
}
