extension ScalarBuffer {
  /// Puts text before the scalar at a position, or at the end.
  /// - Returns: How many scalars it has.
  @discardableResult
  mutating func insert(_ text: String, at position: Int) -> Int {
    let count = text.scalarCount
    insert(text, count: count, at: position)
    return count
  }

  /// Puts text of so many scalars before the one at a position, or at the end.
  mutating func insert(_ text: String, count scalars: Int, at position: Int) {
    var text = text
    text.withUTF8 { insert($0, count: scalars, at: position) }
  }

  /// Puts a scalar before the one at a position, or at the end.
  mutating func insert(_ scalar: Unicode.Scalar, at position: Int) {
    if position != gapPosition { moveGap(to: position) }
    if scalar.isASCII, gapStart < gapEnd {
      // Most keystrokes; none of these sums can leave its bounds.
      memory.write(UInt8(truncatingIfNeeded: scalar.value), at: gapStart)
      gapStart &+= 1
    } else {
      if gapEnd - gapStart < 4 { widenGap(to: 4) }
      gapStart += memory.write(scalar, at: gapStart)
    }
    gapPosition &+= 1
    count &+= 1
  }

  /// Puts scalars of another text in at a position.
  package mutating func insert(_ range: Range<Int>, of other: ScalarBuffer, at position: Int) {
    var position = position
    other.forEachPiece(of: range) { bytes, scalars in
      insert(bytes, count: scalars, at: position)
      position += scalars
    }
  }

  /// Puts well-formed UTF-8 of so many scalars in at a position.
  mutating func insert(
    _ bytes: UnsafeBufferPointer<UInt8>, count scalars: Int, at position: Int
  ) {
    if position != gapPosition { moveGap(to: position) }
    if gapEnd - gapStart < bytes.count {
      if memory.isGrowing { growOnlyPage(by: bytes.count) }
      if gapEnd - gapStart < bytes.count { return insertPages(of: bytes) }
    }
    fill(with: bytes, count: scalars)
  }

  /// Puts in at the gap what it has no room for.
  private mutating func insertPages(of bytes: UnsafeBufferPointer<UInt8>) {
    divideAtGap()
    var rest = bytes
    while !rest.isEmpty {
      let piece = rest.prefix(ofBytes: gapEnd - gapStart)
      if piece.isEmpty {
        openNewPage()
      } else {
        fill(with: piece, count: piece.scalarCount)
        rest = UnsafeBufferPointer(rebasing: rest[piece.count...])
      }
    }
  }

  @inline(__always)
  private mutating func fill(with bytes: UnsafeBufferPointer<UInt8>, count scalars: Int) {
    memory.write(bytes, at: gapStart)
    gapStart += bytes.count
    gapPosition += scalars
    count += scalars
  }

  /// Makes the gap at least so many bytes wide, which a slot has.
  private mutating func widenGap(to length: Int) {
    if memory.isGrowing { growOnlyPage(by: length) }
    if gapEnd - gapStart < length { divideAtGap() }
    if gapEnd - gapStart < length { openNewPage() }
  }

  /// Takes out the scalars that begin at a position.
  package mutating func delete(_ count: Int, at position: Int) {
    precondition(
      0 <= position && 0 <= count && count <= self.count - position, "deletes beyond the text")
    if position + count == gapPosition, position >= before {
      gapStart = placeInHead(of: position)
      gapPosition = position
      self.count -= count
      return
    }
    if position != gapPosition { moveGap(to: position) }
    var left = count
    while true {
      let here = min(left, end - position)
      gapEnd = placeInTail(of: position + here)
      self.count -= here
      left -= here
      guard left > 0 else { return }
      openPage(at: position)
      moveGap(to: position)
    }
  }

  /// Takes out the scalars that begin at a position, and appends their UTF-8 to bytes.
  mutating func cut(_ count: Int, at position: Int, into bytes: inout [UInt8]) {
    // What lies right behind the gap is found, read and taken out without a look at the page.
    if position != gapPosition { moveGap(to: position) }
    appendUTF8(of: position..<position + count, to: &bytes)
    delete(count, at: position)
  }
}
