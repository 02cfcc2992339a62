/// How many envelopes of a page are admitted at a time.
///
/// A part that took long is followed by one of half as many. Where that takes nearly as long, it is
/// not their number that takes the time, and small parts would pay for it again and again: then the
/// next has more.
struct PartSize {
  /// How long a part should take.
  private static let limit = Duration.milliseconds(500)

  /// How many the next part has.
  private(set) var count = 64
  private var last: (count: Int, time: Duration)?

  /// Takes note of how long a part of so many took.
  mutating func note(_ time: Duration, of count: Int) {
    let before = last
    last = (count, time)
    guard time > Self.limit else {
      self.count = count * 2
      return
    }
    let isAlike = before.map { $0.count > count && time * 4 > $0.time * 3 } ?? false
    self.count = isAlike ? count * 4 : max(1, count / 2)
  }
}
