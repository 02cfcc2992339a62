import AfterwitCausality
import Testing

@Suite("The time of a change")
struct ChangeTimeTests {
  @Test("is the wall clock's, as in the table of the specification [AW-CAUS-9] [AW-CAUS-10]")
  func table() {
    var clock = AuthorClock(last: nil)
    let given = [1000, 1000, 990, 1002].map { clock.next(now: $0) }
    #expect(given.map(\.milliseconds) == [1000, 1000, 990, 1002])
    #expect(given.map(\.counter) == [0, 1, 0, 0])
  }

  @Test("is 48 bits of milliseconds and a counter of 16 [AW-CAUS-9]")
  func layout() {
    let time = Timestamp(milliseconds: 0x0123_4567_89ab, counter: 0xcdef)
    #expect(time.rawValue == 0x0123_4567_89ab_cdef)
    #expect(time.milliseconds == 0x0123_4567_89ab && time.counter == 0xcdef)
    #expect(time < Timestamp(milliseconds: 0x0123_4567_89ac, counter: 0))
  }
}
