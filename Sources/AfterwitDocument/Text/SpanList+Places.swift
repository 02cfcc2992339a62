extension SpanList {
  /// The place before everything.
  var start: Place { Place(block: order[0], span: 0, offset: 0) }

  /// The span at a place.
  subscript(_ place: Place) -> Span { blocks[place.block].spans[place.span] }

  /// The place of a scalar.
  func place(of number: ScalarNumber) -> Place {
    let block = block(of: number)
    guard let span = blocks[block].spans.firstIndex(where: { $0.numbers.contains(number) }) else {
      preconditionFailure("scalar \(number) is not where its home is")
    }
    return Place(block: block, span: span, offset: number - blocks[block].spans[span].first)
  }

  /// The length of a lane's version.
  func preparedCount(in lane: Int) -> Int {
    blocks.reduce(0) { $0 + $1.preparedCount[lane] }
  }

  /// The length of the merged text.
  var shownCount: Int {
    blocks.reduce(0) { $0 + $1.shownCount }
  }

  /// The place of the scalar that a lane's version shows at a position.
  func place(prepared position: Int, in lane: Int) -> Place {
    var left = position
    for block in order {
      if left >= blocks[block].preparedCount[lane] {
        left -= blocks[block].preparedCount[lane]
        continue
      }
      for (index, span) in blocks[block].spans.enumerated() {
        if left < span.preparedCount(in: lane) {
          return Place(block: block, span: index, offset: left)
        }
        left -= span.preparedCount(in: lane)
      }
    }
    preconditionFailure("position \(position) lies beyond the prepared version")
  }

  /// The start of the first span at or after a place; `nil` at the end of everything.
  func settled(_ place: Place) -> Place? {
    if place.span < blocks[place.block].spans.count { return place }
    let next = rank[place.block] + 1
    return next < order.count ? Place(block: order[next], span: 0, offset: 0) : nil
  }

  /// The place just behind the span at a place.
  func behind(_ place: Place) -> Place {
    Place(block: place.block, span: place.span + 1, offset: 0)
  }

  /// How many scalars of the merged text come before the span at a place.
  func shownCount(before place: Place) -> Int {
    var sum = 0
    for block in order[..<rank[place.block]] {
      sum += blocks[block].shownCount
    }
    for span in blocks[place.block].spans[..<place.span] {
      sum += span.shownCount
    }
    return sum
  }

  /// How many scalars of a lane's version come before the one at a place.
  func preparedCount(before place: Place, in lane: Int) -> Int {
    var sum = blocks[place.block].spans[place.span].prepared[lane] == 1 ? place.offset : 0
    for block in order[..<rank[place.block]] {
      sum += blocks[block].preparedCount[lane]
    }
    for span in blocks[place.block].spans[..<place.span] {
      sum += span.preparedCount(in: lane)
    }
    return sum
  }

  /// Whether one scalar, or the start, comes before another in sequence.
  func isBefore(_ left: ScalarNumber, _ right: ScalarNumber) -> Bool {
    guard left != .beforeAll, right != .beforeAll else { return left < right }
    return isBefore(place(of: left), place(of: right))
  }

  /// Whether one place comes before another in sequence.
  func isBefore(_ left: Place, _ right: Place) -> Bool {
    if left.block != right.block { return rank[left.block] < rank[right.block] }
    return (left.span, left.offset) < (right.span, right.offset)
  }
}
