import AfterwitCausality
import Testing

@Suite("Hybrid logical clock")
struct HybridClockTests {
  @Test("timestamps rise when the wall clock stands still or goes back")
  func alwaysRises() {
    var clock = HybridClock(last: Timestamp(rawValue: 0))
    let walls: [UInt64] = [1000, 1000, 999, 0, 1001, 1001]
    let given = walls.map { clock.next(now: $0) }
    #expect(zip(given, given.dropFirst()).allSatisfy { $0 < $1 })
    #expect(given[0] == Timestamp(milliseconds: 1000, counter: 0))
    #expect(given[3] == Timestamp(milliseconds: 1000, counter: 3))
    #expect(given[4] == Timestamp(milliseconds: 1001, counter: 0))
  }

  @Test("a full counter carries into the milliseconds")
  func counterCarries() {
    var clock = HybridClock(last: Timestamp(milliseconds: 5, counter: .max))
    #expect(clock.next(now: 5) == Timestamp(milliseconds: 6, counter: 0))
  }

  @Test("a remote timestamp pulls the clock unless it is more than a day ahead")
  func observesWithinADay() {
    let day = HybridClock.toleranceInMilliseconds
    var clock = HybridClock(last: Timestamp(milliseconds: 10, counter: 0))
    clock.observe(Timestamp(milliseconds: 11 + day, counter: 0), now: 10)
    #expect(clock.last == Timestamp(milliseconds: 10, counter: 0))
    clock.observe(Timestamp(milliseconds: 10 + day, counter: 7), now: 10)
    #expect(clock.last == Timestamp(milliseconds: 10 + day, counter: 7))
    #expect(clock.next(now: 11) == Timestamp(milliseconds: 10 + day, counter: 8))
    clock.observe(Timestamp(milliseconds: 3, counter: 0), now: 12)
    #expect(clock.last == Timestamp(milliseconds: 10 + day, counter: 8))
  }

  @Test("the wall clock may be beyond 48 bits")
  func absurdWallClock() {
    var clock = HybridClock(last: Timestamp(rawValue: 0))
    #expect(clock.next(now: .max).milliseconds == Timestamp.lastMillisecond)
  }
}
