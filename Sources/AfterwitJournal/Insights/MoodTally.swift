internal import AfterwitDocument

/// Moods from 1 to 5, on the day and later, of reflections that tell both.
public struct MoodTally: Hashable, Sendable {
  /// How many reflections tell both.
  public private(set) var count = 0
  /// The sum of the moods on the day.
  public private(set) var sumBefore = 0
  /// The sum of the moods later.
  public private(set) var sumAfter = 0

  /// The mood on the day, in tenths, on average.
  public var tenthsBefore: Int { tenths(sumBefore) }
  /// The mood later, in tenths, on average.
  public var tenthsAfter: Int { tenths(sumAfter) }

  private func tenths(_ sum: Int) -> Int { count == 0 ? 0 : (20 * sum + count) / (2 * count) }

  /// A tally of nothing.
  init() {}

  /// The moods of a reflection, if it tells both.
  init(of entry: EntryView) {
    guard let before = entry.register(.mood).flatMap({ Int($0) }), 1...5 ~= before,
      let after = entry.register(.moodAfter).flatMap({ Int($0) }), 1...5 ~= after
    else { return }
    (count, sumBefore, sumAfter) = (1, before, after)
  }

  /// Counts those of another tally too.
  mutating func add(_ other: MoodTally) {
    count += other.count
    sumBefore += other.sumBefore
    sumAfter += other.sumAfter
  }
}
