/// A span of time, in words, by its greatest unit.
struct TimeSpan: Hashable {
  private static let units: [(milliseconds: UInt64, name: String)] = [
    (365 * 86_400_000, "year"), (86_400_000, "day"), (3_600_000, "hour"), (60_000, "minute"),
  ]

  /// Below zero for a span that leads back.
  let milliseconds: Int64

  /// How long it is, to the nearest of the unit: `5 years`, `1 hour`.
  var words: String {
    let length = milliseconds.magnitude
    let unit = Self.units.first { length >= $0.milliseconds } ?? (60_000, "minute")
    let count = (length + unit.milliseconds / 2) / unit.milliseconds
    return "\(count) \(unit.name)" + (count == 1 ? "" : "s")
  }

  /// How a clock that is off by it stands: `20 hours ahead`.
  var relation: String { words + (milliseconds < 0 ? " behind" : " ahead") }

  /// How a clock that is off by it stands to another one: `20 hours ahead of yours`.
  func relation(to other: String) -> String {
    relation + (milliseconds < 0 ? " " : " of ") + other
  }
}
