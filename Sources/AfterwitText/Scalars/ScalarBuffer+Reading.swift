extension ScalarBuffer {
  /// Calls a closure with the bytes of the scalars at some positions, piece by piece, and with how many
  /// scalars each piece has.
  @inline(__always)
  func forEachPiece(of range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    precondition(0 <= range.lowerBound && range.upperBound <= count, "reads beyond the text")
    guard !range.isEmpty else { return }
    func read(_ positions: Range<Int>, in bytes: Range<Int>) {
      let part = positions.clamped(to: range)
      guard !part.isEmpty else { return }
      let start = memory.place(
        ofScalar: part.lowerBound - positions.lowerBound, of: positions.count, in: bytes)
      let end = memory.place(
        ofScalar: part.count, of: positions.upperBound - part.lowerBound,
        in: start..<bytes.upperBound)
      memory.read(start..<end) { body($0, part.count) }
    }
    var place =
      before <= range.lowerBound && range.lowerBound < end ? open : page(at: range.lowerBound)
    var position = range.lowerBound
    while position < range.upperBound {
      if place == open {
        read(before..<gapPosition, in: head)
        read(gapPosition..<end, in: tail)
        position = end
      } else {
        let here = positions(ofClosed: place)
        let start = memory.places(of: pages[place].slot).lowerBound
        read(here, in: start..<start + pages[place].byteCount)
        position = here.upperBound
      }
      place += 1
    }
  }

  /// How many bytes of UTF-8 the scalars at some positions are.
  package func byteCount(of range: Range<Int>) -> Int {
    var byteCount = 0
    forEachPiece(of: range) { bytes, _ in byteCount += bytes.count }
    return byteCount
  }

  /// The text at some positions.
  func text(in range: Range<Int>) -> String {
    let byteCount = byteCount(of: range)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: byteCount) { target in
      var filled = 0
      forEachPiece(of: range) { bytes, _ in
        filled = target[filled...].initialize(fromContentsOf: bytes)
      }
      // Each page is well-formed, so nothing is looked at once more.
      let isASCII = byteCount == range.count
      return String(
        copying: UTF8Span(
          unchecked: Span(_unsafeElements: UnsafeBufferPointer(target)), isKnownASCII: isASCII))
    }
  }

  /// The scalar at a position.
  subscript(position: Int) -> Unicode.Scalar {
    var scalar: Unicode.Scalar = "\0"
    forEachPiece(of: position..<position + 1) { bytes, _ in
      var place = 0
      scalar = bytes.readScalar(at: &place)
    }
    return scalar
  }

  /// The scalars at some positions.
  func scalars(in range: Range<Int>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(range.count)
    forEachPiece(of: range) { bytes, _ in
      var place = 0
      while place < bytes.count { scalars.append(bytes.readScalar(at: &place)) }
    }
    return scalars
  }

  /// Appends the UTF-8 of the scalars at some positions.
  package func appendUTF8(of range: Range<Int>, to bytes: inout [UInt8]) {
    forEachPiece(of: range) { piece, _ in bytes.append(contentsOf: piece) }
  }
}
