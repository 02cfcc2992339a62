internal import AfterwitEncoding

// What the events of a text did, scalar by scalar: a unit is one scalar inserted or deleted, and the
// units are numbered in the order in which the events came. A person types and deletes in rows, so
// units that continue each other are one run: a recorded paper of 260,000 keystrokes is 10,700 runs.
// A position is where the unit's author saw it, in the text of that moment.
//
// Runs join across events; which units an event has, the table of events tells.

/// Scalars inserted or deleted in a row.
package struct UnitRun: Hashable, Sendable {
  /// What the units do, each in the text that those before left.
  package enum Kind: UInt8, Sendable {
    /// Each inserts a scalar behind the one before.
    case insertion = 0
    /// Each deletes the scalar at the same position.
    case deletion = 1
    /// Each deletes the scalar before the one before.
    case backspace = 2
  }

  /// The number of the first unit.
  var first: UInt32
  /// How many scalars were inserted by the units before.
  var typedBefore: UInt32
  /// The position of the first unit.
  var position: UInt32
  private var countAndKind: UInt32

  init(_ kind: Kind, first: Int, typedBefore: Int, position: Int, count: Int) {
    self.first = UInt32(first)
    self.typedBefore = UInt32(typedBefore)
    self.position = UInt32(position)
    countAndKind = UInt32(count) << 2 | UInt32(kind.rawValue)
  }

  package var kind: Kind { Kind(rawValue: UInt8(countAndKind & 3)) ?? .insertion }

  /// How many units there are.
  package var count: Int {
    get { Int(countAndKind >> 2) }
    set { countAndKind = UInt32(newValue) << 2 | countAndKind & 3 }
  }

  /// The numbers of the units.
  package var units: Range<Int> { Int(first)..<Int(first) + count }

  /// The lowest position in which a unit deletes or inserts.
  package var start: Int { kind == .backspace ? Int(position) - count + 1 : Int(position) }

  /// Where the cursor stands afterwards.
  package var end: Int { kind == .insertion ? Int(position) + count : start }

  /// The scalars inserted, by their numbers among all that were inserted.
  var typed: Range<Int> {
    Int(typedBefore)..<Int(typedBefore) + (kind == .insertion ? count : 0)
  }

  /// The units of it that are among others.
  func clamped(to units: Range<Int>) -> UnitRun {
    let left = self.units.clamped(to: units)
    let offset = left.lowerBound - Int(first)
    let (position, typed) =
      switch kind {
      case .insertion: (Int(position) + offset, Int(typedBefore) + offset)
      case .deletion: (Int(position), Int(typedBefore))
      case .backspace: (Int(position) - offset, Int(typedBefore))
      }
    return UnitRun(
      left.count == 1 && kind == .backspace ? .deletion : kind, first: left.lowerBound,
      typedBefore: typed, position: position, count: left.count)
  }
}

/// The last run of a text, which may still grow.
private struct OpenRun: Sendable {
  var kind = UnitRun.Kind.insertion
  var first = 0
  var typedBefore = 0
  var position = 0
  /// 0 while the text has no run.
  var count = 0

  /// The run as far as it goes.
  var run: UnitRun {
    UnitRun(kind, first: first, typedBefore: typedBefore, position: position, count: count)
  }

  /// Where a deletion of one scalar is a backspace more.
  var backspacePosition: Int {
    kind == .backspace ? position - count : kind == .deletion && count == 1 ? position - 1 : -1
  }
}

/// All units of a text, in runs.
package struct UnitRuns: Sendable {
  /// All runs but the last.
  private var closed: [UnitRun] = []
  private var open = OpenRun()

  /// The number of units.
  package var count: Int { open.first + open.count }

  /// The number of scalars inserted.
  package var typedCount: Int { open.typedBefore + (open.kind == .insertion ? open.count : 0) }

  /// Adds the insertion of scalars at a position.
  mutating func insert(_ length: Int, at position: Int) {
    if open.kind == .insertion, open.position + open.count == position, open.count > 0 {
      open.count += length
    } else if length > 0 {
      append(.insertion, position: position, count: length)
    }
  }

  /// Adds the deletion of scalars at a position.
  mutating func delete(_ length: Int, at position: Int) {
    if length == 1, open.backspacePosition == position, open.count > 0 {
      open.kind = .backspace
      open.count += 1
    } else if open.kind == .deletion, open.position == position {
      open.count += length
    } else if length > 0 {
      append(.deletion, position: position, count: length)
    }
  }

  /// Adds a run that is joined to nothing before.
  package mutating func append(_ kind: UnitRun.Kind, position: Int, count length: Int) {
    if open.count > 0 { closed.append(open.run) }
    open = OpenRun(
      kind: kind, first: count, typedBefore: typedCount, position: position, count: length)
  }

  /// How many runs there are.
  var runCount: Int { closed.count + (open.count > 0 ? 1 : 0) }

  /// The run at a place.
  private func run(at place: Int) -> UnitRun? {
    place < closed.count ? closed[place] : open.count > 0 ? open.run : nil
  }

  /// The place of the run that holds a unit, or the place after the last.
  ///
  /// - Parameter place: a run that begins at the unit or before.
  /// - Complexity: O(log *runs*), and constant where the run is one of the next few.
  func place(of unit: Int, from place: Int = 0) -> Int {
    for near in place..<max(place, min(place + 8, closed.count))
    where unit < closed[near].units.upperBound { return near }
    if open.count > 0, open.first <= unit { return closed.count }
    return closed.lastIndex(notBeyond: unit) { Int($0.first) }
  }

  /// Calls a closure with each stretch of a run that lies among some units, in order.
  ///
  /// - Parameter place: a run that begins at the first unit or before.
  package func forEach<Failure>(
    in units: Range<Int>, from place: Int = 0, _ body: (UnitRun) throws(Failure) -> Void
  ) throws(Failure) {
    guard !units.isEmpty else { return }
    var place = self.place(of: units.lowerBound, from: place)
    while let run = run(at: place), Int(run.first) < units.upperBound, place <= closed.count {
      let isWhole = units.lowerBound <= Int(run.first) && run.units.upperBound <= units.upperBound
      try body(isWhole ? run : run.clamped(to: units))
      place += 1
    }
  }
}
