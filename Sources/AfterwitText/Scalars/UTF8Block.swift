// UTF-8 is counted and checked sixteen bytes at once. A scalar is one to four bytes; all but the first
// have the bits 10 at their top and are called continuations. So scalars are counted as the bytes that
// are no continuations, and the text is well-formed if each byte is a continuation exactly where one
// of the three before it asks for one, and some rules about single bytes hold (RFC 3629, section 4).
//
// The compiler makes single instructions of operations on two blocks. Those on a block and a byte go
// through the bytes one by one, so each byte is repeated first. A condition is the top bit of each
// byte: what is shifted beyond it falls off, and what is below it means nothing.

/// Sixteen bytes of UTF-8.
typealias UTF8Block = SIMD16<UInt8>

extension UTF8Block {
  /// 1 for each byte that begins a scalar, 0 for the others.
  @inline(__always)
  var beginnings: UTF8Block {
    let isContinuation = unsafeBitCast(self, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: -64)
    // A mask is -1 where it holds.
    return UTF8Block(repeating: 1) &+ unsafeBitCast(isContinuation, to: UTF8Block.self)
  }

  /// The sum of all bytes, which are less than 16.
  @inline(__always)
  var sum: Int {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return Int(((words[0] &+ words[1]) &* 0x0101_0101_0101_0101) >> 56)
  }

  /// Whether the top bit of some byte is set: of UTF-8, whether not all is ASCII.
  @inline(__always)
  var hasTopBit: Bool {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (words[0] | words[1]) & 0x8080_8080_8080_8080 != 0
  }

  /// The bytes that are not what those up to three before them ask for, in their top bits.
  ///
  /// - Parameters:
  ///   - first: for each byte the one before it.
  ///   - second: the one before that.
  ///   - third: and the one before that.
  @inline(__always)
  func faults(after first: UTF8Block, _ second: UTF8Block, _ third: UTF8Block) -> UTF8Block {
    let bit6 = self &+ self
    let bit5 = bit6 &+ bit6
    let bit4 = bit5 &+ bit5
    let isContinuation = self & ~bit6
    let isAskedFor = first.isAtLeast(0xc0) | second.isAtLeast(0xe0) | third.isAtLeast(0xf0)
    // Two bytes for what takes one, and beyond the last plane.
    let never = (self & UTF8Block(repeating: 0xfe)).equals(0xc0) | isAtLeast(0xf5)
    // Three and four bytes for what takes less; surrogates, and again beyond the last plane.
    let low = (first.equals(0xe0) & ~bit5) | (first.equals(0xf0) & ~(bit5 | bit4))
    let high = (first.equals(0xed) & bit5) | (first.equals(0xf4) & (bit5 | bit4))
    return (isContinuation ^ isAskedFor) | never | low | high
  }

  /// The bytes that are this one or more.
  @inline(__always)
  private func isAtLeast(_ byte: UInt8) -> UTF8Block {
    unsafeBitCast(self .>= UTF8Block(repeating: byte), to: UTF8Block.self)
  }

  /// The bytes that are this one.
  @inline(__always)
  private func equals(_ byte: UInt8) -> UTF8Block {
    unsafeBitCast(self .== UTF8Block(repeating: byte), to: UTF8Block.self)
  }
}
