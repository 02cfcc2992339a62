// The sequence of all scalars that a tracker knows, tombstones included, as spans in blocks of at
// most 64. Each block carries the sums of its spans, so that a position is found by adding up
// blocks and then spans. Blocks keep their number for life; `order` holds the numbers in sequence,
// `rank` is its inverse, and `homes` leads from a scalar to its block.
//
// Cost: finding a position is O(blocks + 64), finding a scalar O(log stretches + 64), and comparing
// two scalars twice that.

/// A sequence of spans that finds positions in prepared versions and in the merged text.
struct SpanList: Sendable {
  /// A stretch of the sequence and its sums.
  struct Block: Sendable {
    var spans: [Span]
    var preparedCount = PerLane(repeating: 0)
    var shownCount = 0

    init(_ spans: [Span]) {
      self.spans = spans
      for span in spans { count(span, sign: 1) }
    }

    mutating func count(_ span: Span, sign: Int) {
      shownCount += sign * span.shownCount
      for lane in PerLane.lanes {
        preparedCount[lane] += sign * span.preparedCount(in: lane)
      }
    }
  }

  /// A scalar, or the end of a block when `span` is its count of spans.
  struct Place: Hashable, Sendable {
    var block: Int
    var span: Int
    var offset: Int
  }

  /// How many spans a block holds before it splits in two.
  static let blockCapacity = 64

  private(set) var blocks: [Block]
  private(set) var order = [0]
  private(set) var rank = [0]
  private var homes = SpanHomes()

  /// A sequence of one span, the numbers of which begin at 0.
  init(_ span: Span) {
    blocks = [Block([span])]
  }

  /// The block that holds a scalar.
  func block(of number: ScalarNumber) -> Int {
    homes.block(of: number)
  }

  /// Changes one span in place; its numbers stay.
  mutating func update(_ place: Place, _ change: (inout Span) -> Void) {
    var span = blocks[place.block].spans[place.span]
    blocks[place.block].count(span, sign: -1)
    change(&span)
    blocks[place.block].count(span, sign: 1)
    blocks[place.block].spans[place.span] = span
  }

  /// Puts a span of new numbers before the one at a place; no place taken earlier is valid
  /// afterwards.
  mutating func insert(_ span: Span, at place: Place) {
    precondition(place.offset == 0, "a span goes between spans")
    blocks[place.block].count(span, sign: 1)
    // The numbers after it are free; most likely they will come to the same place.
    homes.assign(span.first..<span.first.regionEnd, to: place.block)
    if place.span > 0, blocks[place.block].spans[place.span - 1].continues(in: span) {
      blocks[place.block].spans[place.span - 1].count += span.count
    } else {
      blocks[place.block].spans.insert(span, at: place.span)
      divideIfFull(place.block)
    }
  }

  /// Makes a span begin at a scalar; no place taken earlier is valid afterwards.
  mutating func cut(at place: Place) {
    guard place.offset > 0 else { return }
    let rest = blocks[place.block].spans[place.span].split(at: place.offset)
    blocks[place.block].spans.insert(rest, at: place.span + 1)
    divideIfFull(place.block)
  }

  /// Joins the span at a place with the one before it, where both are one in all but form.
  mutating func join(at place: Place) {
    guard place.span > 0, place.span < blocks[place.block].spans.count else { return }
    let span = blocks[place.block].spans[place.span]
    guard blocks[place.block].spans[place.span - 1].continues(in: span) else { return }
    blocks[place.block].spans[place.span - 1].count += span.count
    blocks[place.block].spans.remove(at: place.span)
  }

  private mutating func divideIfFull(_ block: Int) {
    let spans = blocks[block].spans
    guard spans.count > Self.blockCapacity else { return }
    let upper = Array(spans[(spans.count / 2)...])
    blocks[block] = Block(Array(spans[..<(spans.count / 2)]))
    let added = blocks.count
    blocks.append(Block(upper))
    for span in upper {
      homes.assign(span.numbers, to: added)
    }
    order.insert(added, at: rank[block] + 1)
    rank.append(0)
    for place in (rank[block] + 1)..<order.count {
      rank[order[place]] = place
    }
  }
}
