extension String {
  /// Whether there is nothing but ASCII's letters, digits, marks and spaces, as mostly: nothing that
  /// could end a line, steer a terminal, or take more or less than a column.
  var isPrintableASCII: Bool {
    let bytes = utf8Span.span
    for offset in bytes.indices where bytes[offset] < 0x20 || bytes[offset] > 0x7e {
      return false
    }
    return true
  }
}
