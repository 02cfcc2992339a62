internal import AfterwitEncoding

// What the events of a text did, scalar by scalar: a unit is one scalar inserted or deleted, and the
// units are numbered in the order in which the events came. A person types and deletes in rows, so
// units that continue each other are one run: a recorded paper of 260,000 keystrokes is 10,700 runs.
// A position is where the unit's author saw it, in the text of that moment.
//
// Runs join across events; which units an event has, the table of events tells.
//
// A stored history is read and written run by run in another module, and a call for each run would
// cost as much as all else: that is what the attributes are for.

/// Scalars inserted or deleted in a row.
@usableFromInline
package struct UnitRun: Hashable, Sendable {
  /// What the units do, each in the text that those before left.
  @usableFromInline
  package enum Kind: Sendable {
    /// Each inserts a scalar behind the one before.
    case insertion
    /// Each deletes the scalar at the same position.
    case deletion
    /// Each deletes the scalar before the one before.
    case backspace

    /// The kind of a code, or `nil` where none has it.
    @inlinable
    package init?(code: UInt8) {
      switch code {
      case 0: self = .insertion
      case 1: self = .deletion
      case 2: self = .backspace
      default: return nil
      }
    }

    /// The code by which it is stored.
    @inlinable package var code: UInt8 {
      switch self {
      case .insertion: 0
      case .deletion: 1
      case .backspace: 2
      }
    }
  }

  /// The number of the first unit.
  @usableFromInline
  var first: UInt32
  /// How many scalars were inserted by the units before.
  @usableFromInline
  var typedBefore: UInt32
  /// The position of the first unit.
  @usableFromInline
  var position: UInt32
  @usableFromInline
  var countAndKind: UInt32

  @inlinable
  init(_ kind: Kind, first: Int, typedBefore: Int, position: Int, count: Int) {
    self.first = UInt32(first)
    self.typedBefore = UInt32(typedBefore)
    self.position = UInt32(position)
    countAndKind = UInt32(count) << 2 | UInt32(kind.code)
  }

  @inlinable package var kind: Kind { Kind(code: UInt8(countAndKind & 3)) ?? .insertion }

  /// How many units there are.
  @inlinable package var count: Int {
    get { Int(countAndKind >> 2) }
    set { countAndKind = UInt32(newValue) << 2 | countAndKind & 3 }
  }

  /// The numbers of the units.
  @inlinable package var units: Range<Int> { Int(first)..<Int(first) + count }

  /// The lowest position in which a unit deletes or inserts.
  @inlinable package var start: Int {
    switch kind {
    case .insertion, .deletion: Int(position)
    case .backspace: Int(position) - count + 1
    }
  }

  /// Where the cursor stands afterwards.
  @inlinable package var end: Int {
    switch kind {
    case .insertion: Int(position) + count
    case .deletion, .backspace: start
    }
  }

  /// The scalars inserted, by their numbers among all that were inserted.
  var typed: Range<Int> {
    Int(typedBefore)..<Int(typedBefore) + (kind == .insertion ? count : 0)
  }

  /// The units of it that are among others.
  @usableFromInline
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
@usableFromInline
struct OpenRun: Sendable {
  @usableFromInline
  var kind: UnitRun.Kind
  @usableFromInline
  var first: Int
  @usableFromInline
  var typedBefore: Int
  @usableFromInline
  var position: Int
  /// 0 while the text has no run.
  @usableFromInline
  var count: Int

  @inlinable
  init(
    _ kind: UnitRun.Kind = .insertion, first: Int = 0, typedBefore: Int = 0, position: Int = 0,
    count: Int = 0
  ) {
    self.kind = kind
    self.first = first
    self.typedBefore = typedBefore
    self.position = position
    self.count = count
  }

  /// The run as far as it goes.
  @inlinable var run: UnitRun {
    UnitRun(kind, first: first, typedBefore: typedBefore, position: position, count: count)
  }

  /// Where a deletion of one scalar is a backspace more.
  var backspacePosition: Int {
    kind == .backspace ? position - count : kind == .deletion && count == 1 ? position - 1 : -1
  }
}

/// All units of a text, in runs.
@usableFromInline
package struct UnitRuns: Sendable {
  /// All runs but the last.
  @usableFromInline
  var closed: [UnitRun] = []
  @usableFromInline
  var open = OpenRun()

  /// No units yet.
  init() {}

  /// The number of units.
  @inlinable package var count: Int { open.first + open.count }

  /// The number of scalars inserted.
  @inlinable package var typedCount: Int {
    switch open.kind {
    case .insertion: open.typedBefore + open.count
    case .deletion, .backspace: open.typedBefore
    }
  }

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
  @inlinable
  package mutating func append(_ kind: UnitRun.Kind, position: Int, count length: Int) {
    if open.count > 0 { closed.append(open.run) }
    open = OpenRun(
      kind, first: count, typedBefore: typedCount, position: position, count: length)
  }

  /// How many runs there are.
  var runCount: Int { closed.count + (open.count > 0 ? 1 : 0) }

  /// The run at a place.
  @inlinable
  func run(at place: Int) -> UnitRun? {
    place < closed.count ? closed[place] : open.count > 0 ? open.run : nil
  }

  /// The place of the run that holds a unit, or the place after the last.
  ///
  /// - Parameter place: a run that begins at the unit or before.
  /// - Complexity: O(log *runs*), and constant where the run is one of the next few.
  @usableFromInline
  func place(of unit: Int, from place: Int = 0) -> Int {
    for near in place..<max(place, min(place + 8, closed.count))
    where unit < closed[near].units.upperBound { return near }
    if open.count > 0, open.first <= unit { return closed.count }
    return closed.lastIndex(notBeyond: unit) { Int($0.first) }
  }

  /// Calls a closure with each stretch of a run that lies among some units, in order.
  ///
  /// - Parameter place: a run that begins at the first unit or before.
  @inlinable
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
