/// Which block holds a scalar: ascending numbers, each of which names a block up to the next.
struct SpanHomes: Sendable {
  private var starts: [ScalarNumber] = [0]
  private var blocks: [Int] = [0]

  /// The block that holds a scalar.
  /// - Complexity: O(log *stretches*).
  func block(of number: ScalarNumber) -> Int {
    blocks[stretch(of: number)]
  }

  /// Records that scalars of adjacent numbers are now in one block.
  mutating func assign(_ numbers: Range<ScalarNumber>, to block: Int) {
    let last = stretch(of: numbers.upperBound - 1)
    if blocks[last] == block, starts[last] <= numbers.lowerBound { return }
    let start = cut(at: numbers.lowerBound)
    let end = cut(at: numbers.upperBound)
    starts.replaceSubrange(start..<end, with: CollectionOfOne(numbers.lowerBound))
    blocks.replaceSubrange(start..<end, with: CollectionOfOne(block))
    if start > 0, blocks[start - 1] == block {
      starts.remove(at: start)
      blocks.remove(at: start)
    }
  }

  /// Makes a stretch begin at a number, and returns its place.
  private mutating func cut(at number: ScalarNumber) -> Int {
    let place = stretch(of: number)
    if starts[place] == number { return place }
    starts.insert(number, at: place + 1)
    blocks.insert(blocks[place], at: place + 1)
    return place + 1
  }

  private func stretch(of number: ScalarNumber) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }
}
