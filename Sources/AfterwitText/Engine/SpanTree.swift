// The sequence of all scalars that a tracker knows, tombstones included, as spans in a B-tree. Spans
// lie in leaves; each inner node carries, for each of its children, how many scalars below it each
// lane's version shows and how many the merged text shows. A position is found from the root down,
// by adding up a row of sums at each level; what comes before a place, and which of two places comes
// first, is found from the leaf up, by the slots that a node's ancestors have in their parents.
//
// The scalars of the text at the base stand in the order of their numbers, so another row of sums
// counts them, and one of them is found from the root down too. To a scalar inserted since, the homes
// lead, which are kept from the moment when somebody first asks: two branches of long runs merge
// without.
//
// Nodes are numbers, and what they hold lies in flat arrays at multiples of their number, so that
// nothing is counted by reference, and a copy of the tree is a copy of a few arrays when it changes.
// A node never dies, and a leaf never runs empty: what joins loses spans to its left neighbour in
// the same leaf. Deletion leaves tombstones; the tree only grows, until it starts again as one span
// in the same memory.
//
// Invariants (`assertValid`): all leaves have the same depth; every node but the root has a parent,
// where its slot names it; each sum is that of the spans below; the homes of a scalar inserted since
// the base, where they are kept, name its leaf; `next` links the leaves in sequence.
//
// All scalars together are fewer than 32 bits count, and so is every sum.
//
// Cost, for n spans: finding, comparing, inserting and changing are O(log n). `touched` counts the
// nodes that this takes, over all starts: a deterministic figure of the benchmarks.

/// A sequence of spans that finds positions in prepared versions and in the merged text.
struct SpanTree: Sendable {
  /// A scalar, or the end of a leaf when `span` is its count of spans.
  struct Place: Hashable, Sendable {
    var leaf: Int
    var span: Int
    var offset: Int
  }

  /// What is known of a node besides what it holds.
  struct Node: Sendable {
    /// The number of its spans or children.
    @Compact var count: Int
    /// The inner node above, or `none` for the root.
    @Compact var parent: Int
    /// Its place among the children of its parent.
    @Compact var slot: Int
    /// The leaf that follows, or `none`; inner nodes do not use it.
    @Compact var next: Int

    init(count: Int, parent: Int = none, slot: Int = 0, next: Int = none) {
      self.count = count
      self.parent = parent
      self.slot = slot
      self.next = next
    }
  }

  /// How many scalars a stretch shows: in each lane's version, then in the merged text; and how many
  /// of the text at the base it has.
  typealias Sums = InlineArray<6, Int32>

  /// No node.
  static let none = -1
  /// How many spans a leaf holds before it divides.
  static let leafCapacity = 16
  /// How many children an inner node holds before it divides.
  static let fanout = 128
  /// The row of sums for the merged text; those of the lanes come before it.
  static let shownRow = PerLane.lanes.count
  /// The row of sums for the text at the base.
  static let baseRow = shownRow + 1
  /// The row of an inner node that names its children, behind the rows of sums.
  static let childRow = baseRow + 1
  /// How much an inner node takes: rows of one element a child.
  static let innerSize = (childRow + 1) * fanout

  /// The spans of leaf *l* begin at *l* times the capacity.
  var spans: Slab<TrackedSpan>
  /// The rows of inner node *i* begin at *i* times the size of a node.
  var rows = Slab<Int32>(repeating: 0, count: innerSize)
  var leaves = Slab(repeating: Node(count: 1, parent: 0), count: 1)
  var inners = Slab(repeating: Node(count: 1), count: 1)
  var root = 0
  /// The number of levels of inner nodes.
  var height = 1
  var homes: SpanHomes?
  /// How many nodes all changes, and the look-ups for them, have met.
  var touched = 0

  /// A sequence of one span, the numbers of which begin at 0.
  init(_ span: TrackedSpan) {
    spans = Slab(repeating: span, count: Self.leafCapacity)
    restart(span)
  }

  /// Becomes a sequence of one span, the numbers of which begin at 0, in the memory at hand.
  mutating func restart(_ span: TrackedSpan) {
    spans.drop(from: Self.leafCapacity)
    rows.drop(from: Self.innerSize)
    leaves.drop(from: 1)
    inners.drop(from: 1)
    spans[0] = span
    leaves[0] = Node(count: 1, parent: 0)
    inners[0] = Node(count: 1)
    root = 0
    height = 1
    homes = nil
    let sums = sums(ofLeaf: 0, from: 0)
    for row in 0..<Self.childRow { rows[row * Self.fanout] = sums[row] }
    rows[Self.childRow * Self.fanout] = 0
  }

  /// Makes room for so many spans more.
  mutating func reserve(_ count: Int) {
    // Leaves that divide in the middle are two thirds full in the long run.
    spans.reserve(spans.count + count + count / 2)
  }

  /// The sum of the first so many slots of a row of an inner node.
  func sum(of row: Int, in inner: Int, upTo slot: Int) -> Int {
    let start = Self.start(of: row, in: inner)
    var sum: Int32 = 0
    for index in start..<start + slot { sum &+= rows[index] }
    return Int(sum)
  }

  /// Where a row of an inner node begins.
  static func start(of row: Int, in inner: Int) -> Int { inner * innerSize + row * fanout }

  /// The sums of the spans of a leaf from one on.
  func sums(ofLeaf leaf: Int, from start: Int) -> Sums {
    var sums = Sums(repeating: 0)
    for place in start..<leaves[leaf].count {
      let span = spans[leaf * Self.leafCapacity + place]
      for lane in PerLane.lanes { sums[lane] += Int32(span.preparedCount(in: lane)) }
      sums[Self.shownRow] += Int32(span.shownCount)
      if span.first.region == 0 { sums[Self.baseRow] += Int32(span.count) }
    }
    return sums
  }
}
