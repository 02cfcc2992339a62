import AfterwitDevice
import AfterwitHousehold
import AfterwitJournal
import Testing

@Suite("A day in a command that was refused")
struct RecoveredDayTests {
  @Test("“yesterday” stays the day before it was typed, whenever the draft is recovered")
  func later() async throws {
    try await Household.with { household in
      _ = try household.founder("desk")
      // Noon on 15 January 2027, and a week later.
      let noon: UInt64 = 1_800_014_400_000
      let typed = try Self.device(household, at: noon)
      let request = EditRequest(
        .new(.reflection),
        [.replace(field: "happened", text: ""), .set(field: "on", value: "yesterday")], awaiting: 0)
      _ = typed.keep(Array("They called.".utf8), of: request)
      let later = try Self.device(household, at: noon + 7 * 86_400_000)
      let draft = try #require(later.drafts().first)
      let outcome = try later.recover(draft, to: nil, field: nil)
      #expect(try later.entry(outcome.entry).register("on") == "2027-01-14")
      #expect(outcome.understood.map(\.day.description) == ["2027-01-14"])
    }
  }

  private static func device(_ household: Household, at milliseconds: UInt64) throws -> Device {
    try Device(
      opening: household.home("desk"),
      environment: Environment(
        nowMilliseconds: { milliseconds }, randomBytes: household.environment.randomBytes,
        localTime: household.environment.localTime))
  }
}
