internal import AfterwitDocument

extension EntryFilter {
  /// Reads the arguments of a command line, one term each; `not` binds the next.
  ///
  /// - Parameter standpoint: from where days are named.
  /// - Throws: ``FilterMisfit``.
  public init(_ arguments: [String], from standpoint: Standpoint) throws(FilterMisfit) {
    self.init(terms: [])
    var isNegated = false
    for argument in arguments {
      if argument == "not" {
        isNegated.toggle()
        continue
      }
      for condition in try Self.conditions(argument, standpoint) {
        terms.append(Term(condition, isNegated: isNegated))
      }
      isNegated = false
    }
    guard !isNegated, arguments.last != "not" else { throw .looseNot }
  }

  /// What one argument asks for.
  private static func conditions(
    _ argument: String, _ standpoint: Standpoint
  ) throws(FilterMisfit) -> [FilterCondition] {
    guard let (name, value) = split(argument) else {
      guard let phrase = SearchPhrase(argument) else { throw .blank }
      return [.words(phrase)]
    }
    guard let key = FilterKey(rawValue: name.lowercased()) else {
      throw .unknownKey(name, in: argument)
    }
    guard !value.isEmpty else { throw .noValue(key) }
    return [try condition(key, value, standpoint)]
  }

  /// The key and the value of an argument; `nil` where it is words.
  ///
  /// A key is letters before the first colon. An address (`https://…`), a time of day and words that
  /// only end with a colon are words.
  private static func split(_ argument: String) -> (name: String, value: String)? {
    guard let colon = argument.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = argument[..<colon]
    let value = argument[argument.utf8.index(after: colon)...]
    guard !name.isEmpty, !value.hasPrefix("//"),
      name.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 })
    else { return nil }
    let isKey = FilterKey(rawValue: name.lowercased()) != nil
    return isKey || !value.isEmpty ? (String(name), String(value)) : nil
  }

  private static func condition(
    _ key: FilterKey, _ value: String, _ standpoint: Standpoint
  ) throws(FilterMisfit) -> FilterCondition {
    switch key {
    case .starts: .words(try phrase(beginningWith: value))
    case .kind:
      if let kind = Kind(spoken: value) {
        .kind(kind)
      } else {
        .choice(.occasion, try choice(of: key, value))
      }
    case .occasion: .choice(.occasion, try choice(of: key, value))
    case .state: .choice(.state, try choice(of: key, value))
    case .is:
      .mark(FilterCondition.Mark(rawValue: try choice(of: key, value)) ?? .starred)
    case .tag: .tag(Tag.normalized(value))
    case .org: .register(.organisation, try phrase(beginningWith: value))
    case .outcome: .register(.outcome, try phrase(beginningWith: value))
    case .people: .people(try phrase(beginningWith: value))
    case .mood: .mood(try mood(value))
    case .on: .day(try days(key, value, standpoint, .past))
    case .since: .day(try days(key, value, standpoint, .past).lowerBound...DayRange.last)
    case .until: .day(DayRange.first...(try days(key, value, standpoint, .past).upperBound))
    case .due: .due(try days(key, value, standpoint, .future))
    }
  }

  private static func phrase(beginningWith value: String) throws(FilterMisfit) -> SearchPhrase {
    guard let phrase = SearchPhrase(beginningWith: value) else { throw .blank }
    return phrase
  }

  /// One of the values that a key may have, in whatever case, singular or plural.
  private static func choice(
    of key: FilterKey, _ value: String
  ) throws(FilterMisfit) -> String {
    guard let choice = key.choices.first(where: { $0.isSpoken(as: value) }) else {
      throw .unknownValue(key, value)
    }
    return choice
  }

  private static func mood(_ value: String) throws(FilterMisfit) -> ClosedRange<Int> {
    let scale = FieldDefinition.scale
    let ends = RangeEnds(value)
    let first = ends.first.map { Int($0) } ?? scale.lowerBound
    let last = ends.last.map { Int($0) } ?? scale.upperBound
    guard let first, let last, scale.contains(first), scale.contains(last) else {
      throw .noMood(value)
    }
    guard first <= last else { throw .emptyRange(.mood, value) }
    return first...last
  }

  private static func days(
    _ key: FilterKey, _ value: String, _ standpoint: Standpoint, _ direction: DateDirection
  ) throws(FilterMisfit) -> ClosedRange<Day> {
    let days: DayRange
    do throws(DateMisfit) {
      days = try DayRange(value, from: standpoint, direction: direction)
    } catch {
      throw .noDay(key, value, error)
    }
    guard days.first <= days.last else { throw .emptyRange(key, value) }
    return days.first...days.last
  }
}
