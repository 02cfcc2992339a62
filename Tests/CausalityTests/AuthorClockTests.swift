import AfterwitCausality
import Testing

@Suite("The clock of an author")
struct AuthorClockTests {
  @Test("gives the wall clock's time, wherever that goes [AW-CAUS-9] [AW-CAUS-10]")
  func followsTheWall() {
    var clock = AuthorClock(last: nil)
    let walls: [UInt64] = [1000, 1000, 1000, 990, 1001, 5000, 1002, 0]
    #expect(walls.map { clock.next(now: $0).milliseconds } == walls)
    clock = AuthorClock(last: Timestamp(rawValue: .max))
    #expect(clock.next(now: 10) == Timestamp(milliseconds: 10, counter: 0))
  }

  @Test("counts the changes of one millisecond, and no others [AW-CAUS-9]")
  func counts() {
    var clock = AuthorClock(last: Timestamp(milliseconds: 1000, counter: 4))
    #expect([1000, 1000, 999, 1000].map { clock.next(now: $0).counter } == [5, 6, 0, 0])
    clock = AuthorClock(last: Timestamp(milliseconds: 5, counter: .max))
    #expect(clock.next(now: 5) == Timestamp(milliseconds: 5, counter: .max))
  }

  @Test("takes a wall clock beyond 48 bits for the greatest of 48 bits")
  func absurdWallClock() {
    var clock = AuthorClock(last: nil)
    #expect(clock.next(now: .max).milliseconds == Timestamp.lastMillisecond)
  }
}
