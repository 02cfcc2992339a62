/// How often a person wants to keep to a goal.
public struct Cadence: Hashable, Sendable, CustomStringConvertible {
  /// How many times in seven days, from 1 to 7.
  public let timesPerWeek: Int

  /// So many times a week; `nil` where a week has no so many days.
  public init?(timesPerWeek: Int) {
    guard 1...7 ~= timesPerWeek else { return nil }
    self.timesPerWeek = timesPerWeek
  }

  /// Reads `daily`, `weekly` or `3 a week`, in any case.
  public init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    switch words.count {
    case 1 where words[0] == "daily": self.init(timesPerWeek: 7)
    case 1 where words[0] == "weekly": self.init(timesPerWeek: 1)
    case 3 where words[1] == "a" && words[2] == "week":
      guard let times = Int(words[0]) else { return nil }
      self.init(timesPerWeek: times)
    default: return nil
    }
  }

  /// How it is stored: `daily`, `weekly` or `3 a week`.
  public var description: String {
    switch timesPerWeek {
    case 7: "daily"
    case 1: "weekly"
    default: "\(timesPerWeek) a week"
    }
  }
}
