/// The number that a tracker gives a scalar; what one lane inserts is numbered in order.
///
/// Scalars that stood at the tracker's base come first, then a region of numbers for each lane. So
/// what one device types stays one span, whoever types at the same time.
typealias ScalarNumber = Int

extension ScalarNumber {
  /// The left origin of what was inserted at the start of a text.
  static var beforeAll: ScalarNumber { -1 }
  /// How many numbers each region has; the text at the base has the first.
  static var regionSize: ScalarNumber { 1 << 40 }

  /// The end of the region that a number is in.
  var regionEnd: ScalarNumber { (self / Self.regionSize + 1) * Self.regionSize }
}

/// A number for each lane of a tracker.
struct PerLane: Hashable, Sendable {
  /// The lanes: as many devices as may type turn by turn without making a tracker travel.
  static let lanes = 0..<4

  private var first: Int
  private var second: Int
  private var third: Int
  private var fourth: Int

  /// The same number for every lane.
  init(repeating number: Int) {
    (first, second, third, fourth) = (number, number, number, number)
  }

  /// The number of a lane.
  subscript(lane: Int) -> Int {
    get {
      switch lane {
      case 0: first
      case 1: second
      case 2: third
      default: fourth
      }
    }
    set {
      switch lane {
      case 0: first = newValue
      case 1: second = newValue
      case 2: third = newValue
      default: fourth = newValue
      }
    }
  }
}

/// Scalars that follow each other in number and in sequence, and share all that is known of them.
///
/// Each but the first has the one before as its left origin, and all have the same right origin.
struct Span: Hashable, Sendable {
  /// The number of the first scalar.
  var first: ScalarNumber
  /// How many scalars there are.
  var count: Int
  /// The left origin of the first scalar.
  var leftOrigin: ScalarNumber
  /// The right origin of every scalar.
  var rightOrigin: ScalarNumber
  /// In each lane's version: 0 when not yet inserted, otherwise 1 and the deletions there.
  var prepared: PerLane
  /// Whether any event met so far deletes the scalars.
  var isDeleted: Bool

  /// The numbers of the scalars.
  var numbers: Range<ScalarNumber> { first..<first + count }

  /// How many scalars a lane's version shows.
  func preparedCount(in lane: Int) -> Int { prepared[lane] == 1 ? count : 0 }

  /// How many scalars the merged text shows.
  var shownCount: Int { isDeleted ? 0 : count }

  /// Whether another span could have been the rest of this one.
  func continues(in next: Span) -> Bool {
    next.first == first + count && next.leftOrigin == next.first - 1
      && next.rightOrigin == rightOrigin && next.prepared == prepared
      && next.isDeleted == isDeleted
  }

  /// Cuts off and returns the scalars from an offset on.
  mutating func split(at offset: Int) -> Span {
    precondition(0 < offset && offset < count, "a span splits inside")
    var rest = self
    rest.first = first + offset
    rest.count = count - offset
    rest.leftOrigin = rest.first - 1
    count = offset
    return rest
  }
}
