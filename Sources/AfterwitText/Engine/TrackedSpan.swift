/// The number that a tracker gives a scalar; what one lane inserts is numbered in order.
///
/// Scalars that stood at the tracker's base come first, then a region of numbers for each lane. So
/// what one device types stays one span, whoever types at the same time.
typealias ScalarNumber = Int

extension ScalarNumber {
  /// The left origin of what was inserted at the start of a text.
  static var beforeAll: ScalarNumber { -1 }
  /// How many bits tell the numbers of a region apart.
  static var regionBits: Int { 28 }
  /// How many numbers each region has; the text at the base has the first.
  ///
  /// All regions together fit 32 bits, which keeps a span in half a line of a processor's cache.
  static var regionSize: ScalarNumber { 1 << regionBits }

  /// The region that a number is in: 0 for the text at the base, otherwise a lane and one.
  var region: Int { self >> Self.regionBits }
}

/// A small number for each lane of a tracker, 32 bits each.
struct PerLane: Hashable, Sendable {
  /// The lanes: as many devices as may type turn by turn without making a tracker travel.
  static let lanes = 0..<4

  private var low: UInt64
  private var high: UInt64

  /// The same number for every lane.
  init(repeating number: Int) {
    low = UInt64(number) << 32 | UInt64(number)
    high = low
  }

  /// The number of a lane.
  subscript(lane: Int) -> Int {
    get {
      Int(truncatingIfNeeded: (lane < 2 ? low : high) >> Self.shift(lane) & 0xFFFF_FFFF)
    }
    set {
      precondition(0 <= newValue && newValue <= 0xFFFF_FFFF, "a state has 32 bits")
      let cleared = ~(UInt64(0xFFFF_FFFF) << Self.shift(lane))
      let number = UInt64(newValue) << Self.shift(lane)
      if lane < 2 { low = low & cleared | number } else { high = high & cleared | number }
    }
  }

  private static func shift(_ lane: Int) -> UInt64 { UInt64(truncatingIfNeeded: lane & 1) << 5 }
}

/// Scalars that follow each other in number and in sequence, and share all that is known of them.
///
/// Each but the first has the one before as its left origin, and all have the same right origin.
struct TrackedSpan: Hashable, Sendable {
  /// The number of the first scalar.
  @Compact private(set) var first: ScalarNumber
  /// The left origin of the first scalar.
  @Compact private(set) var leftOrigin: ScalarNumber
  /// The right origin of every scalar.
  @Compact private(set) var rightOrigin: ScalarNumber
  /// The count, and in the lowest bits whether the scalars are deleted and whether they were shown.
  private var countBits: UInt32
  /// In each lane's version: 0 when not yet inserted, otherwise 1 and the deletions there.
  var prepared: PerLane

  /// A span of scalars that no event met so far deletes.
  init(
    first: ScalarNumber, count: Int, leftOrigin: ScalarNumber, rightOrigin: ScalarNumber,
    prepared: PerLane, wasShown: Bool = true
  ) {
    self.first = first
    self.leftOrigin = leftOrigin
    self.rightOrigin = rightOrigin
    countBits = UInt32(count) << 2 | (wasShown ? 2 : 0)
    self.prepared = prepared
  }

  /// How many scalars there are.
  var count: Int {
    get { Int(countBits >> 2) }
    set { countBits = UInt32(truncatingIfNeeded: newValue) << 2 | countBits & 3 }
  }

  /// Whether any event met so far deletes the scalars.
  var isDeleted: Bool {
    get { countBits & 1 == 1 }
    set { countBits = countBits & ~1 | (newValue ? 1 : 0) }
  }

  /// Whether the text showed the scalars when it was last told what became of them.
  var wasShown: Bool {
    get { countBits & 2 == 2 }
    set { countBits = countBits & ~2 | (newValue ? 2 : 0) }
  }

  /// The numbers of the scalars.
  var numbers: Range<ScalarNumber> { first..<first + count }

  /// How many scalars a lane's version shows.
  func preparedCount(in lane: Int) -> Int { prepared[lane] == 1 ? count : 0 }

  /// How many scalars the merged text shows.
  var shownCount: Int { isDeleted ? 0 : count }

  /// Whether another span could have been the rest of this one.
  func continues(in next: TrackedSpan) -> Bool {
    next.first == first + count && next.leftOrigin == next.first - 1
      && next.rightOrigin == rightOrigin && next.prepared == prepared
      && next.countBits & 3 == countBits & 3
  }

  /// Cuts off and returns the scalars from an offset on.
  mutating func split(at offset: Int) -> TrackedSpan {
    precondition(0 < offset && offset < count, "a span splits inside")
    var rest = self
    rest.first = first + offset
    rest.count = count - offset
    rest.leftOrigin = rest.first - 1
    count = offset
    return rest
  }
}
