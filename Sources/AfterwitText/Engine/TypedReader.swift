/// Reads what was typed from the first scalar to the last, as events put it in one after another.
struct TypedReader {
  private var bytes: [UInt8] = []
  private var place = 0
  private var left: Int

  /// Begins at the first of so many scalars.
  init(_ typed: TypedText, count: Int) {
    typed.appendUTF8(to: &bytes)
    left = count
  }

  /// Puts the next scalars into a text at a position.
  mutating func put(_ count: Int, into text: inout ScalarBuffer, at position: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      let rest = UnsafeBufferPointer(rebasing: bytes[place...])
      let next = UnsafeBufferPointer(rebasing: rest[..<rest.offset(ofScalar: count, of: left)])
      text.insert(next, count: count, at: position)
      place += next.count
      left -= count
    }
  }
}
