import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitStore
import AfterwitWire
import Testing

@testable import AfterwitDevice

@Suite("Envelopes that arrive in a long page")
struct ArrivalsTests {
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

      let arrivals = await Arrivals(page, checkedBy: roster)
      #expect(arrivals.parsed.map(\.envelope.id) == ids)
      #expect(arrivals.malformedCount == 1)
      #expect(ids.indices.filter { !arrivals.parsed[$0].isSigned } == forged)

      let unchecked = Arrivals(page)
      #expect(unchecked.parsed.map(\.envelope.id) == ids && unchecked.malformedCount == 1)
      #expect(unchecked.parsed.filter(\.isSigned).isEmpty)
      let another = try household.founder("phone")
      let other = try another.store.read { try $0.roster(genesis: another.genesis) }
      let strange = await Arrivals(page, checkedBy: other)
      #expect(strange.parsed.count == 200 && strange.parsed.filter(\.isSigned).isEmpty)
    }
  }
}
