extension Weekday {
  /// The name, as `Friday`.
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// The weekday of a name in lower case, or of its usual abbreviations.
  init?(named word: String) {
    let abbreviations: [(String, Weekday)] = [
      ("tues", .tuesday), ("thur", .thursday), ("thurs", .thursday),
    ]
    let found =
      Weekday.allCases.first {
        let name = $0.name.lowercased()
        return name == word || String(name.prefix(3)) == word
      } ?? abbreviations.first { $0.0 == word }?.1
    guard let found else { return nil }
    self = found
  }
}
