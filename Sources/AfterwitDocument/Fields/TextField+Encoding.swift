internal import AfterwitEncoding

// What a text field knows of reviews, in the form in which the store keeps it.
extension TextField {
  func encodeReviews(into builder: inout ByteBuilder) {
    builder.append(count: conflicts.count)
    for hunk in conflicts.flatMap({ [$0.left, $0.right] }) {
      builder.append(count: hunk.index)
      hunk.id.encode(into: &builder)
    }
    builder.append(count: openParts.count)
    for part in openParts {
      builder.append(count: part.count)
      for hunk in part { hunk.encode(into: &builder) }
    }
  }

  static func reviews(
    decoding cursor: inout ByteCursor
  ) throws(DecodingFailure) -> (conflicts: [TextConflict], openParts: [[HunkID]]) {
    var conflicts: [TextConflict] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      let left = try hunk(&cursor)
      conflicts.append(TextConflict(left: left, right: try hunk(&cursor)))
    }
    var parts: [[HunkID]] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      var part: [HunkID] = []
      for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
        part.append(try HunkID(decoding: &cursor))
      }
      parts.append(part)
    }
    return (conflicts, parts)
  }

  private static func hunk(_ cursor: inout ByteCursor) throws(DecodingFailure) -> KnownHunk {
    let index = try cursor.readCount(limit: Int(Int32.max))
    return KnownHunk(index: index, id: try HunkID(decoding: &cursor))
  }
}
