internal import AfterwitJournal

extension Environment {
  /// The first millisecond after a moment that a person names: of a day or a minute, all of it is
  /// before.
  func end(of typed: String) throws(DateMisfit) -> UInt64 {
    switch try NamedMoment(typed, from: standpoint) {
    case .instant(let instant): instant + 1
    case .before(let time): milliseconds(of: time)
    }
  }

  /// The milliseconds after the start of 1970 at which clock and calendar where the person is first
  /// show a time, or show one behind it, where a clock that is put forward leaves it out.
  func milliseconds(of time: LocalTime) -> UInt64 {
    let day = Day(daysSince1970: 0).days(to: time.day)
    let shown = max(0, day * TimeOfDay.minutesPerDay + time.time.minutes) * 60_000
    // No place on earth is farther from universal time than this.
    let (width, step) = (26 * 3_600_000, 60_000)
    var (low, high) = (max(0, shown - width), shown + width)
    while high - low > step {
      let middle = (low + (high - low) / 2) / step * step
      if localTime(UInt64(middle)) < time { low = middle } else { high = middle }
    }
    return UInt64(localTime(UInt64(low)) < time ? high : low)
  }
}
