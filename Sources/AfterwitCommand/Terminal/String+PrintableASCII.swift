extension String {
  /// Whether the text has only ASCII's letters, digits, punctuation and spaces, as most texts do.
  ///
  /// Then nothing in it ends a line or steers a terminal, and each character takes one column.
  var isPrintableASCII: Bool {
    let bytes = utf8Span.span
    for offset in bytes.indices where bytes[offset] < 0x20 || bytes[offset] > 0x7e {
      return false
    }
    return true
  }
}
