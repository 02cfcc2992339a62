import AfterwitJournal
import Testing

@Suite("The example of Journal")
struct JournalExample {
  @Test("It runs as it is documented")
  func example() throws {
    let goal = try #require(Kind(rawValue: "goal"))
    let due = try #require(goal.field(named: "due"))
    let friday = try #require(Day("2026-11-20"))
    let morning = try #require(TimeOfDay("09:30"))
    let here = Standpoint(now: LocalTime(day: friday, time: morning))
    #expect(try due.normalized("monday", from: here, direction: .future) == "2026-11-23")
    #expect(throws: FieldDefinition.Misfit.self) {
      try due.normalized("soon", from: here, direction: .future)
    }
  }
}
