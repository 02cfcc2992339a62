import AfterwitCausality
import Testing

@Suite("Two clocks compared")
struct ClockComparisonTests {
  private static let hour: Int64 = 3_600_000
  private static let now = 1000 * hour

  /// The last change of another device, the last pair of an answer and what it answers, all in hours
  /// from now; and what follows.
  static let cases: [(last: Int64, answer: (Int64, Int64)?, finding: ClockComparison.Finding)] = [
    (20, nil, .apart(20 * hour)), (20, (0, 0), .apart(20 * hour)), (-20, nil, .unknown),
    (-20, (-20, -1), .apart(-19 * hour)), (0, (0, 0), .alike), (0, nil, .unknown),
    (-5, (-5, -5), .unknown), (0, (-9, -5), .unknown), (-1, (0, 0), .unknown),
    (-100, (-100, -90), .apart(-10 * hour)),
  ]

  @Test("are apart or alike where the bounds leave no doubt", arguments: cases)
  func findings(last: Int64, answer: (Int64, Int64)?, finding: ClockComparison.Finding) {
    let comparison = ClockComparison(
      last: stamp(last), answer: answer.map { (stamp($0.0), stamp($0.1)) }, now: UInt64(Self.now))
    #expect(comparison.finding == finding)
  }

  @Test("take any timestamp")
  func extremes() {
    let greatest = Timestamp(rawValue: .max)
    #expect(
      ClockComparison(last: greatest, answer: (greatest, greatest), now: .max).finding != .alike)
    #expect(
      ClockComparison(last: greatest, answer: nil, now: 0).finding
        == .apart(Int64(Timestamp.lastMillisecond)))
  }

  private func stamp(_ hours: Int64) -> Timestamp {
    Timestamp(milliseconds: UInt64(Self.now + hours * Self.hour), counter: 0)
  }
}
