internal import AfterwitJournal

/// A form of stamps, as `strptime` writes forms: `%Y-%m-%d %H:%M`.
struct StampPattern: Hashable {
  /// What reading a stamp came to.
  enum Reading: Hashable {
    /// A moment, and the bytes behind it.
    case moment(SourceMoment, rest: ArraySlice<UInt8>)
    /// It has the form, and there is no such moment.
    case impossible
    /// It does not have the form.
    case other
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  /// What stands for several parts.
  private static let shorthands: [Character: String] = [
    "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M", "r": "%I:%M:%S %p", "D": "%m/%d/%y",
  ]

  private let parts: [Character]

  /// Reads a form; what stands behind a `%` is a part, anything else itself.
  init(_ format: String) {
    var format = format
    for (short, long) in Self.shorthands {
      format = format.replacing("%\(short)", with: long)
    }
    parts = Array(format)
  }

  /// Reads a stamp at the start of some bytes.
  func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    var cursor = StampCursor(bytes)
    var found: [Character: Int] = [:]
    var place = parts.startIndex
    while place < parts.endIndex {
      let part = parts[place]
      place += 1
      guard part == "%", place < parts.endIndex else {
        guard let scalar = part.unicodeScalars.first, part.unicodeScalars.count == 1 else {
          return .other
        }
        if scalar.isASCII {
          guard cursor.take(scalar) else { return .other }
        } else {
          for byte in String(part).utf8 {
            guard cursor.takeByte(byte) else { return .other }
          }
        }
        continue
      }
      if parts[place] == "-", place + 1 < parts.endIndex { place += 1 }
      let code = parts[place]
      place += 1
      guard let value = Self.value(of: code, &cursor) else { return .other }
      found[code] = value
    }
    guard let moment = Self.moment(found) else { return .impossible }
    return .moment(moment, rest: cursor.rest)
  }

  private static func value(of code: Character, _ cursor: inout StampCursor) -> Int? {
    switch code {
    case "Y": cursor.number(4...4)
    case "m", "d", "H", "I", "M", "S", "y", "e": cursor.number(1...2)
    case "B", "b": cursor.name(among: months).map { $0 + 1 }
    case "A", "a": cursor.name(among: weekdays)
    case "p": cursor.half()
    case "%": cursor.take("%") ? 0 : nil
    default: nil
    }
  }

  private static func moment(_ found: [Character: Int]) -> SourceMoment? {
    let short = found["y"].map { $0 < 69 ? 2000 + $0 : 1900 + $0 }
    guard let year = found["Y"] ?? short,
      let month = found["m"] ?? found["B"] ?? found["b"],
      let date = found["d"] ?? found["e"],
      let day = Day(year: year, month: month, dayOfMonth: date)
    else { return nil }
    guard var hour = found["H"] ?? found["I"] else { return SourceMoment(day: day) }
    if found["H"] == nil, let half = found["p"] {
      guard 1...12 ~= hour else { return nil }
      hour = hour % 12 + half * 12
    }
    guard hour < 24, let minute = Optional(found["M"] ?? 0), minute < 60, (found["S"] ?? 0) < 61,
      let time = TimeOfDay(minutes: hour * 60 + minute)
    else { return nil }
    return SourceMoment(day: day, time: time)
  }
}

extension StampCursor {
  /// Reads `am` or `pm`; 0 before noon, 1 after it.
  fileprivate mutating func half() -> Int? {
    let isAfter = take("p") || take("P")
    guard isAfter || take("a") || take("A") else { return nil }
    guard take("m") || take("M") else { return nil }
    return isAfter ? 1 : 0
  }

  /// Goes behind a byte if it comes next.
  fileprivate mutating func takeByte(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    return take(Unicode.Scalar(byte))
  }
}
