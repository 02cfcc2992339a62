extension UnsafeRawBufferPointer {
  /// Whether they are the list of one number, as `ByteBuilder.append(list:)` writes it.
  func isOne(_ number: Int) -> Bool {
    var rest = number
    for place in 1..<Swift.max(1, count) {
      let isLast = place == count - 1
      guard self[place] == UInt8(rest & 0x7f) | (isLast ? 0 : 0x80) else { return false }
      rest >>= 7
    }
    return count > 1 && self[0] == 1 && rest == 0
  }
}
