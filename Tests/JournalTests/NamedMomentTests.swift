import AfterwitJournal
import Testing

@Suite("Points of time as people name them")
struct NamedMomentTests {
  private func moment(_ phrase: String) throws -> NamedMoment {
    let day = try #require(Day("2026-11-30"))
    let time = try #require(TimeOfDay("20:15"))
    return try NamedMoment(phrase, from: Standpoint(now: LocalTime(day: day, time: time)))
  }

  private func before(_ day: String, _ time: String) throws -> NamedMoment {
    .before(LocalTime(day: try #require(Day(day)), time: try #require(TimeOfDay(time))))
  }

  @Test("A day is meant to its end, and so is a minute")
  func ends() throws {
    #expect(try moment("2026-11-03") == before("2026-11-04", "00:00"))
    #expect(try moment("yesterday") == before("2026-11-30", "00:00"))
    #expect(try moment("2026-11-03T20:15") == before("2026-11-03", "20:16"))
    #expect(try moment("2026-11-03 20:15") == before("2026-11-03", "20:16"))
    #expect(try moment("last friday 9am") == before("2026-11-27", "09:01"))
    #expect(try moment("2026-11-03T23:59") == before("2026-11-04", "00:00"))
  }

  @Test("An instant of JSON is meant to the millisecond")
  func instants() throws {
    #expect(try moment("1970-01-02T00:00:01.250Z") == .instant(86_401_250))
    #expect(try moment("1970-01-01T01:02:03Z") == .instant(3_723_000))
  }

  @Test(
    "What names no time is refused",
    arguments: [
      "", "3", "2026-11-03T25:00", "2026-11-03T20:15:61Z", "2026-11-03T20:15Z",
      "1969-01-01T00:00:00Z",
      "2026-13-01", "T20:15", "2026-11-03T", "someday",
    ])
  func refused(_ phrase: String) {
    #expect(throws: DateMisfit.self) { try moment(phrase) }
  }
}
