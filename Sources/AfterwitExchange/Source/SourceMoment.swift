internal import AfterwitJournal

/// A day, perhaps with a time, as a source writes it.
struct SourceMoment: Hashable {
  /// The day.
  var day: Day
  /// The time, where one is written.
  var time: TimeOfDay?

  /// A moment of given parts.
  init(day: Day, time: TimeOfDay? = nil) {
    self.day = day
    self.time = time
  }

  /// A moment as a clock shows it.
  init(_ local: LocalTime) {
    day = local.day
    time = local.time
  }
}

extension SourceMoment {
  /// Reads `2024-01-02`, perhaps a time behind a `T` or a blank, with or without seconds, and perhaps
  /// `Z` or an offset behind it; `nil` where it is anything else, or where there is no such moment.
  ///
  /// What has an offset is shown as a clock where the person is shows it.
  init?(iso text: some StringProtocol, clocks: any SourceClocks) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let day = Day(String(decoding: bytes[..<10], as: UTF8.self)) else {
      return nil
    }
    self.init(day: day)
    guard bytes.count > 10 else { return }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20 else { return nil }
    var cursor = StampCursor(bytes[11...])
    guard let hour = cursor.number(1...2), hour < 24, cursor.take(":"),
      let minute = cursor.number(2...2), minute < 60
    else { return nil }
    var second = 0
    if cursor.take(":") {
      guard let number = cursor.number(2...2), number < 61 else { return nil }
      second = number
      if cursor.take(".") { guard cursor.number(1...9) != nil else { return nil } }
    }
    time = TimeOfDay(minutes: hour * 60 + minute)
    while cursor.take(" ") {}
    if cursor.isAtEnd { return }
    var offset = 0
    if !cursor.take("Z") {
      guard let sign = cursor.sign(), let hours = cursor.number(2...2), hours < 24 else {
        return nil
      }
      _ = cursor.take(":")
      offset = sign * (hours * 60 + (cursor.number(2...2) ?? 0)) * 60
    }
    guard cursor.isAtEnd else { return nil }
    let seconds = Day(daysSince1970: 0).days(to: day) * 86_400 + hour * 3600 + minute * 60 + second
    guard let local = clocks.localTime(Int64(seconds - offset), in: nil) else { return nil }
    self.init(local)
  }
}
