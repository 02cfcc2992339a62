// What the events of a text did, scalar by scalar: a unit is one scalar inserted or deleted, and the
// units are numbered in the order in which the events came. A person types and deletes in rows, so
// units that continue each other are one run: a recorded paper of 260,000 keystrokes is 10,700 runs.
// A position is where the unit's author saw it, in the text of that moment.
//
// Runs join across events; which units an event has, the table of events tells.

/// Scalars inserted or deleted in a row.
struct UnitRun: Hashable, Sendable {
  /// What the units do, each in the text that those before left.
  enum Kind: UInt8, Sendable {
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

  var kind: Kind { Kind(rawValue: UInt8(countAndKind & 3)) ?? .insertion }

  /// How many units there are.
  var count: Int {
    get { Int(countAndKind >> 2) }
    set { countAndKind = UInt32(newValue) << 2 | countAndKind & 3 }
  }

  /// The numbers of the units.
  var units: Range<Int> { Int(first)..<Int(first) + count }

  /// The lowest position in which a unit deletes or inserts.
  var start: Int { kind == .backspace ? Int(position) - count + 1 : Int(position) }

  /// Where the cursor stands afterwards.
  var end: Int { kind == .insertion ? Int(position) + count : start }

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

  fileprivate func isContinuedBackwards(at position: Int) -> Bool {
    (kind == .backspace || kind == .deletion && count == 1) && start - 1 == position
  }

  fileprivate mutating func turnToBackspace() {
    countAndKind = countAndKind & ~3 | UInt32(Kind.backspace.rawValue)
  }
}

/// All units of a text, in runs.
struct UnitRuns: Sendable {
  /// The number of units.
  private(set) var count = 0
  /// The number of scalars inserted.
  private(set) var typedCount = 0
  /// All runs but the last, which may still grow.
  private var closed: [UnitRun] = []
  private var open: UnitRun?

  /// Adds the insertion of scalars at a position.
  mutating func insert(_ length: Int, at position: Int) {
    if let open, open.kind == .insertion, open.end == position {
      self.open?.count += length
      count += length
      typedCount += length
    } else if length > 0 {
      append(.insertion, position: position, count: length)
    }
  }

  /// Adds the deletion of scalars at a position.
  mutating func delete(_ length: Int, at position: Int) {
    if let open, open.kind == .deletion, open.start == position {
      self.open?.count += length
      count += length
    } else if let open, length == 1, open.isContinuedBackwards(at: position) {
      self.open?.turnToBackspace()
      self.open?.count += 1
      count += 1
    } else if length > 0 {
      append(.deletion, position: position, count: length)
    }
  }

  /// Adds a run that is joined to nothing before.
  mutating func append(_ kind: UnitRun.Kind, position: Int, count length: Int) {
    if let open { closed.append(open) }
    open = UnitRun(
      kind, first: count, typedBefore: typedCount, position: position, count: length)
    count += length
    if kind == .insertion { typedCount += length }
  }

  /// How many runs there are.
  var runCount: Int { closed.count + (open == nil ? 0 : 1) }

  /// The run at a place.
  private func run(at place: Int) -> UnitRun? {
    place < closed.count ? closed[place] : open
  }

  /// The place of the run that holds a unit, or the place after the last.
  ///
  /// - Parameter place: a run that begins at the unit or before.
  /// - Complexity: O(log *runs*), and constant where the run is one of the next few.
  func place(of unit: Int, from place: Int = 0) -> Int {
    for near in place..<max(place, min(place + 8, closed.count))
    where unit < closed[near].units.upperBound { return near }
    if let open, Int(open.first) <= unit { return closed.count }
    return closed.lastPlace(notBeyond: unit) { Int($0.first) }
  }

  /// Calls a closure with each stretch of a run that lies among some units, in order.
  ///
  /// - Parameter place: a run that begins at the first unit or before.
  func forEach<Failure>(
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
