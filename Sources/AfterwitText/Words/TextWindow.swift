/// A stretch of a text, around a place.
struct TextWindow: Sendable {
  /// The position of its first scalar.
  let start: Int
  /// Its scalars.
  let scalars: [Unicode.Scalar]
  /// Its units.
  let units: Units
  /// The scalars directly before and behind it, where these are known.
  let beside: Beside

  /// The scalars beside a stretch of text.
  struct Beside: Hashable, Sendable {
    var before: Unicode.Scalar?
    var behind: Unicode.Scalar?
  }

  init(_ scalars: [Unicode.Scalar], startingAt start: Int = 0, beside: Beside = Beside()) {
    self.scalars = scalars
    self.start = start
    self.beside = beside
    units = Units(scalars, startingAt: start)
  }

  /// The scalar at a position, or `nil` where it is not known.
  subscript(position: Int) -> Unicode.Scalar? {
    switch position - start {
    case -1: beside.before
    case scalars.count: beside.behind
    case scalars.indices: scalars[position - start]
    default: nil
    }
  }

  /// Whether only scalars of a kind stand in a range, which the window covers.
  func isAll(_ range: Range<Int>, _ condition: (Unicode.Scalar) -> Bool) -> Bool {
    scalars[range.lowerBound - start..<range.upperBound - start].allSatisfy(condition)
  }

  /// The last unit before a position, where only spaces stand between.
  func unit(leadingTo position: Int) -> Int? {
    guard let place = units.units.lastIndex(where: { $0.end <= position }),
      isAll(units.units[place].end..<position, \.isSpace)
    else { return nil }
    return place
  }

  /// The first unit behind a position, where only spaces stand between.
  func unit(following position: Int) -> Int? {
    guard let place = units.units.firstIndex(where: { $0.start >= position }),
      isAll(position..<units.units[place].start, \.isSpace)
    else { return nil }
    return place
  }
}
