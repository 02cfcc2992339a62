// What is asked of UTF-8 in memory: how many scalars there are, whether it is well-formed, and where
// some scalar begins.

extension UnsafeBufferPointer<UInt8> {
  /// The sixteen bytes from a place on; zeros where there are none.
  @inline(__always)
  private func block(at place: Int) -> UTF8Block {
    if place >= 0, place + 16 <= count {
      return UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: place, as: UTF8Block.self)
    }
    var block = UTF8Block()
    for byte in Swift.max(0, place)..<Swift.min(count, place + 16) {
      block[byte - place] = self[byte]
    }
    return block
  }

  /// Whether all bytes are ASCII.
  var isASCII: Bool {
    var (union, place) = (UTF8Block(), 0)
    while place < count {
      union |= block(at: place)
      place += 16
    }
    return !union.hasTopBit
  }

  /// Whether the bytes are well-formed UTF-8.
  var isWellFormed: Bool {
    var (faults, place) = (UTF8Block(), 0)
    // The zeros behind the last byte, at least one, show where a scalar is cut off.
    while place <= count {
      let (here, third) = (block(at: place), block(at: place - 3))
      if (here | third).hasTopBit {
        faults |= here.faults(after: block(at: place - 1), block(at: place - 2), third)
      }
      place += 16
    }
    return !faults.hasTopBit
  }

  /// The number of scalars of well-formed UTF-8.
  var scalarCount: Int {
    var (scalars, place) = (0, 0)
    while place + 64 <= count {
      scalars += beginnings(in64BytesAt: place)
      place += 64
    }
    while place + 8 <= count {
      scalars += beginnings(in8BytesAt: place)
      place += 8
    }
    while place < count {
      scalars += self[place].beginsScalar ? 1 : 0
      place += 1
    }
    return scalars
  }

  /// Where a scalar of well-formed UTF-8 begins, counted from 0; the end for the one after the last.
  ///
  /// - Parameter total: how many scalars there are.
  /// - Complexity: O(1) where all are ASCII, else O(*bytes* / 16) from the nearer end.
  @inline(__always)
  func offset(ofScalar number: Int, of total: Int) -> Int {
    if total == count { return number }
    return number <= total / 2
      ? forwardOffset(ofScalar: number) : backwardOffset(skipping: total - number)
  }

  /// Where the scalar begins that so many come before.
  private func forwardOffset(ofScalar number: Int) -> Int {
    var (place, left) = (0, number)
    while left >= 64, place + 64 <= count {
      left -= beginnings(in64BytesAt: place)
      place += 64
    }
    while left >= 8, place + 8 <= count {
      left -= beginnings(in8BytesAt: place)
      place += 8
    }
    while place < count, !self[place].beginsScalar { place += 1 }
    while left > 0 {
      place += self[place].scalarLength
      left -= 1
    }
    return place
  }

  /// Where the scalar begins from which on there are so many.
  private func backwardOffset(skipping number: Int) -> Int {
    var (place, left) = (count, number)
    while left > 64, place >= 64 {
      place -= 64
      left -= beginnings(in64BytesAt: place)
    }
    while left > 8, place >= 8 {
      place -= 8
      left -= beginnings(in8BytesAt: place)
    }
    while left > 0 {
      place -= 1
      if self[place].beginsScalar { left -= 1 }
    }
    return place
  }

  /// How many scalars begin in the 64 bytes from a place on.
  @inline(__always)
  private func beginnings(in64BytesAt place: Int) -> Int {
    (block(at: place).beginnings &+ block(at: place + 16).beginnings
      &+ block(at: place + 32).beginnings &+ block(at: place + 48).beginnings).sum
  }

  /// How many scalars begin in the eight bytes from a place on.
  @inline(__always)
  private func beginnings(in8BytesAt place: Int) -> Int {
    let word = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: place, as: UInt64.self)
    let continuations = word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101
    return 8 - Int((continuations &* 0x0101_0101_0101_0101) >> 56)
  }

  /// Reads the scalar of well-formed UTF-8 that begins at a place, and goes on to the next.
  func readScalar(at place: inout Int) -> Unicode.Scalar {
    let first = self[place]
    let length = first.scalarLength
    var value = UInt32(length == 1 ? first : first & 0xff >> (length + 1))
    for byte in self[place + 1..<place + length] { value = value << 6 | UInt32(byte & 0x3f) }
    place += length
    // Well-formed UTF-8 holds nothing but scalars.
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The longest start that has at most so many bytes and cuts through no scalar.
  func prefix(ofBytes limit: Int) -> UnsafeBufferPointer<UInt8> {
    guard count > limit else { return self }
    var end = limit
    while end > 0, !self[end].beginsScalar { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[..<end])
  }

  /// All in pieces that have at most so many bytes and cut through no scalar; one where there are none.
  func pieces(ofBytes limit: Int) -> [UnsafeBufferPointer<UInt8>] {
    var pieces: [UnsafeBufferPointer<UInt8>] = []
    pieces.reserveCapacity(count / limit + 1)
    var rest = self
    repeat {
      pieces.append(rest.prefix(ofBytes: limit))
      rest = UnsafeBufferPointer(rebasing: rest[pieces[pieces.count - 1].count...])
    } while !rest.isEmpty
    return pieces
  }
}
