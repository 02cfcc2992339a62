extension ClosedRange<Int> {
  /// Whether it holds one position: then the place is empty.
  var isSingle: Bool { lowerBound == upperBound }

  /// The same with the spaces beside it, and one scalar more.
  func widened(overSpacesIn window: TextWindow) -> ClosedRange<Int> {
    var (low, high) = (lowerBound, upperBound)
    while window[low - 1]?.isSpace ?? false { low -= 1 }
    while window[high]?.isSpace ?? false { high += 1 }
    return low - 1...high + 1
  }
}
