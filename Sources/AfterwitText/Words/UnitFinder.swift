/// Finds the units of a window: tokens first, then those of them that one sign or nothing joins.
struct UnitFinder {
  private let scalars: [Unicode.Scalar]
  private let classes: [ScalarClass]

  init(_ scalars: [Unicode.Scalar], _ classes: [ScalarClass]) {
    (self.scalars, self.classes) = (scalars, classes)
  }

  /// The units, by their places in the window.
  func units() -> [Units.Unit] {
    let tokens = tokens()
    var units: [Units.Unit] = []
    var place = 0
    while place < tokens.count {
      var unit = tokens[place].unit
      if tokens[place].joins {
        // A sign before the first token belongs to it.
        let floor = units.last?.end ?? 0
        while unit.start > floor, classes[unit.start - 1] == .sign { unit.start -= 1 }
        let first = place
        while let next = joined(behind: place, in: tokens) {
          unit.end = tokens[next].unit.end
          place = next
        }
        if place > first, tokens[place].isNumber, place + 1 < tokens.count,
          tokens[place + 1].unit.script == .alone, tokens[place + 1].unit.start == unit.end,
          tokens[place - 1].unit.script == .alone
        {
          // The last sign of a date or time.
          unit.end = tokens[place + 1].unit.end
          place += 1
        }
        takeDot(into: &unit, from: tokens, upTo: place)
        let ceiling = place + 1 < tokens.count ? tokens[place + 1].unit.start : classes.count
        while unit.end < ceiling, classes[unit.end] == .sign { unit.end += 1 }
      }
      units.append(unit)
      place += 1
    }
    return units
  }

  /// Takes in the dot behind initials, and behind the number of a day that a word follows.
  private func takeDot(into unit: inout Units.Unit, from tokens: [Token], upTo place: Int) {
    guard unit.end < scalars.count, scalars[unit.end] == "." else { return }
    let last = tokens[place]
    let next = unit.end + 1
    if last.isLetter, last.unit.start == unit.start || scalars[last.unit.start - 1] == "." {
      unit.end += 1
    } else if last.isNumber, last.unit.end - last.unit.start <= 2, last.unit.start == unit.start,
      next + 1 < scalars.count, classes[next] == .space, classes[next + 1] == .letter
    {
      unit.end += 1
    }
  }

  /// A token, and what it may be part of.
  private struct Token {
    var unit: Units.Unit
    /// Whether it begins and ends with a number.
    var isNumber: Bool
    /// Whether it is one letter, which may be an initial.
    var isLetter: Bool

    /// Whether it is one that signs join to others.
    var joins: Bool { unit.script == .spaced }
  }

  /// The token that is of one unit with the token at a place, directly behind it.
  private func joined(behind place: Int, in tokens: [Token]) -> Int? {
    guard place + 1 < tokens.count else { return nil }
    let (token, next) = (tokens[place], tokens[place + 1])
    if next.joins {
      let gap = token.unit.end..<next.unit.start
      let isInNumber = isNumber(gap.lowerBound - 1) && isNumber(gap.upperBound)
      return isLink(gap, inNumber: isInNumber) ? place + 1 : nil
    }
    // A number, one sign of Han and a number, as in dates and times.
    guard token.isNumber, next.unit.script == .alone, token.unit.end == next.unit.start,
      place + 2 < tokens.count, tokens[place + 2].isNumber,
      next.unit.end == tokens[place + 2].unit.start
    else { return nil }
    return place + 2
  }

  private func isNumber(_ place: Int) -> Bool { classes[place] == .number }

  /// Whether what stands between two tokens joins them.
  private func isLink(_ gap: Range<Int>, inNumber: Bool) -> Bool {
    switch gap.count {
    case 0: true
    case 1:
      classes[gap.lowerBound] == .link || classes[gap.lowerBound] == .sign
        || inNumber && scalars[gap.lowerBound].isSpaceOfNumbers
    case 3: scalars[gap].elementsEqual("://".unicodeScalars)
    default: false
    }
  }

  private func tokens() -> [Token] {
    var tokens: [Token] = []
    var place = 0
    while place < classes.count {
      let kind = kind(at: place)
      guard let kind, kind.isOfWords else {
        place += 1
        continue
      }
      let start = place
      place += 1
      let script = script(of: kind)
      while let next = self.kind(at: place), continues(next, token: kind, script) { place += 1 }
      tokens.append(
        Token(
          unit: Units.Unit(start: start, end: place, script: script),
          isNumber: classes[start] == .number && classes[place - 1] == .number,
          isLetter: place - start == 1 && kind == .letter && !scalars[start].isHangul))
    }
    return tokens
  }

  private func script(of kind: ScalarClass) -> Units.Script {
    switch kind {
    case .alone: .alone
    case .syllable: .syllable
    default: .spaced
    }
  }

  private func continues(
    _ next: ScalarClass, token kind: ScalarClass, _ script: Units.Script
  ) -> Bool {
    switch next {
    case .mark, .joiner: true
    case .katakana: kind == .katakana
    case .letter, .number, .emoji, .apostrophe: script == .spaced && kind != .katakana
    case .none, .space, .alone, .syllable, .link, .sign: false
    }
  }

  /// The class of a scalar in a token, or `nil` where it is in none, or outside the window.
  private func kind(at place: Int) -> ScalarClass? {
    guard place < classes.count else { return nil }
    switch classes[place] {
    case .none, .space: return nil
    case .apostrophe:
      let before = place > 0 ? classes[place - 1] : .none
      let after = place + 1 < classes.count ? classes[place + 1] : .none
      return (before == .letter || before == .mark) && after == .letter ? .apostrophe : nil
    case let kind: return kind
    }
  }
}
