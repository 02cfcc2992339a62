import AfterwitJournal
import Testing

@Suite("Times of day")
struct TimeOfDayTests {
  @Test("a time is read in one form, of a clock of 24 hours", arguments: 0..<1440)
  func times(_ minutes: Int) throws {
    let time = try #require(TimeOfDay(minutes: minutes))
    #expect(TimeOfDay(time.description)?.minutes == minutes)
    #expect(time.description.utf8.count == 5)
  }

  @Test("an hour may have one digit")
  func short() {
    #expect(TimeOfDay("9:05")?.description == "09:05")
  }

  @Test(
    "what is no time is refused",
    arguments: ["", "9", "24:00", "10:60", "10:5", "+1:00", "10:00:00", "١٠:٠٠", " 9:00", "123:00"])
  func noTimes(_ text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test("a day ends with its last minute", arguments: [-1, 1440, Int.min, Int.max])
  func bounds(_ minutes: Int) {
    #expect(TimeOfDay(minutes: minutes) == nil)
  }
}
