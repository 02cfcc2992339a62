extension FieldDefinition {
  /// Why a value cannot stand in a field, in words for a person.
  public struct Misfit: Error, Hashable, Sendable {
    /// What the field takes.
    public let expected: String
  }

  /// The value as it is stored: words without the white space at their ends, a flag as `true` or
  /// cleared, a date as a day, a tag in its one form.
  ///
  /// - Parameters:
  ///   - value: what the person gave; an empty value clears a register.
  ///   - today: the day in the person's time zone, for `today` and `yesterday`.
  /// - Throws: ``Misfit`` where the field does not take the value.
  public func normalized(_ value: String, today: Day) throws(Misfit) -> String {
    guard !value.isEmpty else { return value }
    switch rule {
    case .words:
      let words = Substring(value).trimmed
      guard !words.isEmpty else { throw Misfit(expected: "words, not white space alone") }
      return String(words)
    case .entry, .origin:
      return value
    case .tag:
      return Tag.normalized(value)
    case .date:
      switch value {
      case "today": return today.description
      case "yesterday": return today.advanced(by: -1).description
      default:
        guard let day = Day(value) else {
          throw Misfit(expected: "a day such as 2026-11-20, today or yesterday")
        }
        return day.description
      }
    case .time:
      guard let time = TimeOfDay(value) else {
        throw Misfit(expected: "a time such as 09:30")
      }
      return time.description
    case .cadence:
      guard let cadence = Cadence(value) else {
        throw Misfit(expected: "daily, weekly, or a count such as 3 a week")
      }
      return cadence.description
    case .scale:
      guard ["1", "2", "3", "4", "5"].contains(value) else {
        throw Misfit(expected: "a whole number from 1 to 5")
      }
      return value
    case .flag:
      switch value {
      case "yes", "true": return "true"
      case "no", "false": return ""
      default: throw Misfit(expected: "yes or no")
      }
    case .choice(let choices):
      guard choices.contains(value) else {
        throw Misfit(expected: "one of " + choices.joined(separator: ", "))
      }
      return value
    }
  }
}
