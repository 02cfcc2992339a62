import AfterwitHousehold
import AfterwitJournal
import Testing

@testable import AfterwitDevice

@Suite("A clock that stands before 1970")
struct EarlyClockTests {
  @Test(
    "shows the start of 1970 (AW-CAUS-9)",
    arguments: [
      (-1, 999_000_000), (-86_400 * 365, 0), (Int64.min / 1000, 0), (0, 0), (0, 999_999),
    ] as [(Int64, Int64)])
  func early(_ time: (seconds: Int64, nanoseconds: Int64)) {
    #expect(
      Environment.milliseconds(seconds: time.seconds, nanoseconds: time.nanoseconds) == 0)
  }

  @Test("Every other moment is its own")
  func others() {
    #expect(Environment.milliseconds(seconds: 1, nanoseconds: 2_999_999) == 1002)
  }

  @Test("What is written then is kept, and the jump is told")
  func written() async throws {
    try await Household.with { household in
      _ = try household.founder("desk")
      let device = try Device(
        opening: household.home("desk"),
        environment: Environment(
          nowMilliseconds: { 0 }, randomBytes: household.environment.randomBytes,
          localTime: household.environment.localTime))
      let id = try device.new(.mantra, edits: [.set(field: "words", value: "Early")])
      #expect(try device.entry(id).text("words") == "Early")
      #expect(try device.takeClockFacts().count == 1)
    }
  }
}
