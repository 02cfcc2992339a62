// A unit is the least that a person rewrites: a word, a number, a time, an address, or one sign of a
// script that writes no spaces (Protocol/4-documents, "Units"). Units are found in a window of a text
// that is cut only where no unit can be, so a long text need not be read for one word.

/// The units of a stretch of text.
struct Units: Sendable {
  /// How a unit is written.
  enum Script: Hashable, Sendable {
    /// With spaces around it, or as a run of katakana.
    case spaced
    /// As one sign of Han or hiragana.
    case alone
    /// As one sign of a script of syllables without spaces, such as Thai.
    case syllable

    /// How many further units of the script may stand between two neighbours.
    var furtherBetween: Int {
      switch self {
      case .spaced: 0
      case .alone: 1
      case .syllable: 3
      }
    }
  }

  /// A unit, as positions in the text.
  struct Unit: Hashable, Sendable {
    /// The position of its first scalar.
    var start: Int
    /// The position behind its last scalar.
    var end: Int
    /// How it is written.
    var script: Script
  }

  /// The units, ascending.
  private(set) var units: [Unit] = []
  /// Of each unit but the last, whether only spaces lead from it to the next one.
  private var leadsToNext: [Bool] = []
  /// Of each unit, whether it is a word of one or two letters.
  private var isShort: [Bool] = []
  /// Of each unit, whether it begins with a number.
  private var isNumber: [Bool] = []

  /// Finds the units of a window of a text whose first scalar has the position `start`.
  init(_ scalars: [Unicode.Scalar], startingAt start: Int = 0) {
    let classes = scalars.map { ScalarClass($0) }
    let finder = UnitFinder(scalars, classes)
    units = finder.units()
    leadsToNext = zip(units, units.dropFirst()).map { unit, next in
      let gap = unit.end..<next.start
      return classes[gap].allSatisfy { $0 == .space }
        || gap.count == 1 && unit.script != .spaced && next.script != .spaced
          && Self.isHyphen(scalars[gap.lowerBound], classes[gap.lowerBound])
    }
    isShort = units.map { unit in
      unit.end - unit.start <= 2 && classes[unit.start..<unit.end].allSatisfy { $0 == .letter }
    }
    isNumber = units.map { classes[$0.start] == .number }
    for place in units.indices {
      units[place].start += start
      units[place].end += start
    }
  }

  /// Whether a sign joins words of a script without spaces, and does not end a phrase of it.
  private static func isHyphen(_ scalar: Unicode.Scalar, _ kind: ScalarClass) -> Bool {
    switch scalar {
    case ".", ",", ":", ";", "?": false
    default: kind == .link || kind == .sign
    }
  }

  /// The units that have a scalar in a range.
  func within(_ range: Range<Int>) -> Range<Int> {
    let first = units.firstIndex { $0.end > range.lowerBound } ?? units.count
    let end = units[first...].firstIndex { $0.start >= range.upperBound } ?? units.count
    return first..<max(first, end)
  }

  /// The unit that a position lies inside of, at none of its ends.
  func around(_ position: Int) -> Int? {
    units.firstIndex { $0.start < position && position < $0.end }
  }

  /// The first neighbour of what lies before a place in the list, up to the last one.
  func neighbours(before place: Int) -> Int {
    guard place < units.count, place > 0, leadsToNext[place - 1] else { return place }
    var low = place - 1
    let script = units[place].script
    while place - low <= script.furtherBetween, low > 0, leadsToNext[low - 1],
      units[low].script == script, units[low - 1].script == script
    {
      low -= 1
    }
    // As in "12 de marzo".
    if low == place - 1, isShort[low], low > 0, leadsToNext[low - 1], isNumber[low - 1] {
      low -= 1
    }
    return low
  }

  /// The last neighbour behind a place in the list.
  func neighbours(behind place: Int) -> Int {
    guard place < leadsToNext.count, leadsToNext[place] else { return place }
    var high = place + 1
    let script = units[place].script
    while high - place <= script.furtherBetween, high < leadsToNext.count, leadsToNext[high],
      units[high].script == script, units[high + 1].script == script
    {
      high += 1
    }
    if high == place + 1, isNumber[place], isShort[high], high < leadsToNext.count,
      leadsToNext[high]
    {
      high += 1
    }
    return high
  }

  /// How far words of a script reach that stand beside a unit of the list.
  func goingOn(from place: Int, as script: Script, by step: Int) -> Int {
    var place = place
    for _ in 0..<script.furtherBetween {
      let next = place + step
      guard units.indices.contains(next), leadsToNext[min(place, next)],
        units[place].script == script, units[next].script == script
      else { break }
      place = next
    }
    return place
  }
}
