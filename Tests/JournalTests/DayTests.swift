import AfterwitJournal
import Testing

@Suite("Days")
struct DayTests {
  @Test("every day from 1600 to 2400 follows the one before, as a calendar on a wall counts")
  func calendar() throws {
    let first = try #require(Day("1600-01-01"))
    var offset = 0
    var wrong: [String] = []
    for year in 1600...2400 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in lengths.enumerated() {
        for day in 1...length {
          let text = "\(year)-\(Self.two(month + 1))-\(Self.two(day))"
          let found = first.advanced(by: offset)
          let isRight =
            Day(text) == found
            && Day(year: year, month: month + 1, dayOfMonth: day) == found
            && [found.year, found.month, found.dayOfMonth] == [year, month + 1, day]
            && found.weekday == Weekday.allCases[(5 + offset) % 7]
            && first.days(to: found) == offset && found.days(to: first) == -offset
          if !isRight { wrong.append(text) }
          offset += 1
        }
        let beyond = "\(year)-\(Self.two(month + 1))-\(Self.two(length + 1))"
        if Day(beyond) != nil { wrong.append(beyond) }
      }
    }
    #expect(wrong.isEmpty)
    #expect(offset == 292_560)
    #expect(Day("1970-01-01") == Day(daysSince1970: 0))
    #expect(Day("2026-11-20")?.advanced(by: -1).description == "2026-11-19")
    #expect(Day("2024-03-01")?.advanced(by: -1).description == "2024-02-29")
  }

  @Test(
    "what is not a day of the calendar, written in full, is none",
    arguments: [
      "", "2026", "2026-11", "2026-11-20-", "-2026-11-20", "2026-11-2", "2026-1-20", "26-11-20",
      "02026-11-20", "2026/11/20", "2026-11-31", "2025-02-29", "1900-02-29", "2026-00-10",
      "2026-13-01", "2026-10-00", "0000-01-01", "+026-11-20", "2026-+1-20", "2026-11-20 ",
      "２０２６-11-20", "2026-11-2\u{301}0", "20é6-11-20",
    ])
  func refused(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("the first and the last day that can be written")
  func ends() {
    #expect(Day("0001-01-01")?.description == "0001-01-01")
    #expect(Day("9999-12-31")?.description == "9999-12-31")
  }

  @Test("days are in the order of time")
  func order() throws {
    let days = ["0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "2024-03-01", "9999-12-31"]
    let read = try days.map { try #require(Day($0)) }
    #expect(read.reversed().sorted() == read)
    #expect(Day(year: 2026, month: 2, dayOfMonth: 29) == nil)
    #expect(Day(year: 2026, month: 13, dayOfMonth: 1) == nil)
    #expect(Day(year: 0, month: 1, dayOfMonth: 1) == nil)
    #expect(Day(year: 10_000, month: 1, dayOfMonth: 1) == nil)
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
