import AfterwitJournal
import Testing

@Suite("How often a goal is to be kept to")
struct CadenceTests {
  @Test(
    "it is read in any case and stored in one form",
    arguments: [
      ("daily", 7), ("DAILY", 7), ("weekly", 1), ("3 a week", 3), ("3  A  Week", 3),
      ("7 a week", 7),
    ])
  func read(_ text: String, _ times: Int) throws {
    let cadence = try #require(Cadence(text))
    #expect(cadence.timesPerWeek == times)
    #expect(Cadence(cadence.description) == cadence)
  }

  @Test(
    "what no week has is refused",
    arguments: ["", "often", "0 a week", "8 a week", "-1 a week", "a week", "3 a month", "3"])
  func refused(_ text: String) {
    #expect(Cadence(text) == nil)
  }
}
