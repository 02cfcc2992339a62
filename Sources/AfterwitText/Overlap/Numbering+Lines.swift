extension Numbering {
  /// Whether a line of a text has a label.
  ///
  /// - Parameter withFirst: whether the first line counts.
  static func isInLines(of text: String, withFirst: Bool) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var isFirst = true
      return LineBytes.contains(in: bytes) { line in
        defer { isFirst = false }
        guard withFirst || !isFirst, line.mayBeLabelled else { return false }
        return label(of: line.scalars[...]) != nil
      }
    }
  }
}
