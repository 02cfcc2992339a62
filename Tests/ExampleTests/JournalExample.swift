import AfterwitJournal
import Testing

@Suite("The example of Journal")
struct JournalExample {
  @Test("It runs as it is documented")
  func example() throws {
    let goal = try #require(Kind(rawValue: "goal"))
    let due = try #require(goal.field(named: "due"))
    let today = try #require(Day("2026-11-20"))
    #expect(try due.normalized("yesterday", today: today) == "2026-11-19")
    #expect(throws: FieldDefinition.Misfit.self) { try due.normalized("soon", today: today) }
  }
}
