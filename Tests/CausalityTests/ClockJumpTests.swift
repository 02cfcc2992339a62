import AfterwitCausality
import Testing

@Suite("A clock that jumped")
struct ClockJumpTests {
  private static let year: UInt64 = 365 * 86_400_000
  private static let now = 50 * year
  private static let minute: UInt64 = 60_000

  @Test("went back if it stands more than ten minutes before the device's own last change")
  func back() {
    #expect(jump(own: Self.now + 10 * Self.minute, newest: 0) == nil)
    let jump = jump(own: Self.now + 10 * Self.minute + 1, newest: 0)
    #expect(jump == ClockJump(before: Self.now + 10 * Self.minute + 1, now: Self.now))
    #expect(jump?.milliseconds == -600_001)
    #expect(
      self.jump(own: Self.now, newest: Self.now + Self.year) == nil, "that is another's clock")
  }

  @Test("went ahead if nothing was written for more than a year, here or elsewhere")
  func ahead() {
    #expect(jump(own: Self.now - Self.year, newest: Self.now - Self.year) == nil)
    #expect(jump(own: Self.now - 2 * Self.year, newest: Self.now - Self.minute) == nil)
    #expect(
      jump(own: Self.now - 3 * Self.year, newest: Self.now - 2 * Self.year)
        == ClockJump(before: Self.now - 2 * Self.year, now: Self.now))
    #expect(jump(own: nil, newest: Self.now - 2 * Self.year) != nil)
    #expect(jump(own: nil, newest: nil) == nil, "a new journal")
  }

  private func jump(own: UInt64?, newest: UInt64?) -> ClockJump? {
    ClockJump(after: own.map(stamp), newest: newest.map(stamp), now: Self.now)
  }

  private func stamp(_ milliseconds: UInt64) -> Timestamp {
    Timestamp(milliseconds: milliseconds, counter: 0)
  }
}
