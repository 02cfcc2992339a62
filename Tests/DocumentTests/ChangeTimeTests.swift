import AfterwitCausality
import Testing

@Suite("The time of a change")
struct ChangeTimeTests {
  @Test("is later than everything its author made or received [AW-CAUS-5]")
  func rises() {
    var clock = HybridClock(last: Timestamp(milliseconds: 5000, counter: 3))
    var last = clock.last
    for wall in [5000, 4000, 0, 5001, 5001] as [UInt64] {
      let time = clock.next(now: wall)
      #expect(time > last && time.milliseconds >= wall)
      last = time
    }
    let remote = Timestamp(milliseconds: 9000, counter: 7)
    clock.observe(remote, now: 5002)
    #expect(clock.next(now: 5002) == Timestamp(milliseconds: 9000, counter: 8))
  }

  @Test("follows no remote clock that is more than a day ahead [AW-CAUS-6]")
  func farFuture() {
    let day: UInt64 = 86_400_000
    var clock = HybridClock(last: Timestamp(milliseconds: 1, counter: 0))
    clock.observe(Timestamp(rawValue: .max), now: 10)
    #expect(clock.next(now: 10) == Timestamp(milliseconds: 10, counter: 0))
    clock.observe(Timestamp(milliseconds: 11 + day, counter: 0), now: 11)
    #expect(clock.next(now: 11) > Timestamp(milliseconds: 11 + day, counter: 0))
  }

  @Test("is 48 bits of milliseconds and a counter of 16 [AW-CAUS-5]")
  func layout() {
    let time = Timestamp(milliseconds: 0x0123_4567_89ab, counter: 0xcdef)
    #expect(time.rawValue == 0x0123_4567_89ab_cdef)
    #expect(time.milliseconds == 0x0123_4567_89ab && time.counter == 0xcdef)
    #expect(time < Timestamp(milliseconds: 0x0123_4567_89ac, counter: 0))
  }
}
