internal import AfterwitDocument

extension FieldDefinition {
  /// Why a value cannot stand in a field, in words for a person.
  public enum Misfit: Error, Hashable, Sendable {
    /// The field takes something else.
    case expected(String)
    /// The field takes a day, and this is none.
    case date(DateMisfit)
  }

  /// The value as it is stored: words without the white space at their ends, a flag as `true` or
  /// cleared, a date as a day, a tag in its one form.
  ///
  /// - Parameters:
  ///   - value: what the person gave; an empty value clears a register.
  ///   - standpoint: from where days are named.
  ///   - direction: where a day lies that is named without a year, or by its weekday alone.
  /// - Throws: ``Misfit`` where the field does not take the value.
  public func normalized(
    _ value: String, from standpoint: Standpoint, direction: DateDirection
  ) throws(Misfit) -> String {
    guard !value.isEmpty else { return value }
    switch rule {
    case .words:
      let words = Substring(value).trimmed
      guard !words.isEmpty else { throw .expected("words, not white space alone") }
      return String(words)
    case .entry, .origin:
      return value
    case .tag:
      return Tag.normalized(value)
    case .date:
      do throws(DateMisfit) {
        let named = try NamedDay(value, from: standpoint, direction: direction)
        guard named.time == nil else { throw .takesNoTime }
        return named.day.description
      } catch {
        throw .date(error)
      }
    case .time:
      guard let time = TimeOfDay(value) else {
        throw .expected("a time such as 09:30")
      }
      return time.description
    case .cadence:
      guard let cadence = Cadence(value) else {
        throw .expected("daily, weekly, or a count such as 3 a week")
      }
      return cadence.description
    case .scale:
      guard let number = Int(value), Self.scale.contains(number), String(number) == value else {
        throw .expected("a whole number from 1 to 5")
      }
      return value
    case .flag:
      switch value {
      case "yes", "true": return "true"
      case "no", "false": return ""
      default: throw .expected("yes or no")
      }
    case .choice(let choices):
      guard choices.contains(value) else {
        throw .expected("one of " + choices.joined(separator: ", "))
      }
      return value
    }
  }

  /// Where a day lies that is named without a year, or by its weekday alone: what is due is to come,
  /// and what happened has come.
  public var direction: DateDirection { name.name.string == Self.due ? .future : .past }

  private static let due = CodedField.due.rawValue
}
