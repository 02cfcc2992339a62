internal import AfterwitEncoding
internal import AfterwitText

// Nothing but this machine's store reads these bytes.
extension TextConflicts {
  /// Appends the hunks of each meeting.
  func encode(into builder: inout ByteBuilder) {
    builder.append(count: meetings.count)
    for meeting in meetings {
      for hunks in [meeting.left, meeting.right] {
        builder.append(count: hunks.count)
        for hunk in hunks {
          builder.append(count: hunk.index)
          hunk.id.encode(into: &builder)
        }
      }
    }
  }

  /// Reads what ``encode(into:)`` wrote.
  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    var meetings: [Meeting] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      let left = try Self.hunks(&cursor)
      meetings.append(Meeting(left: left, right: try Self.hunks(&cursor)))
    }
    self.init(meetings)
  }

  private static func hunks(_ cursor: inout ByteCursor) throws(DecodingFailure) -> [KnownHunk] {
    var hunks: [KnownHunk] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      let index = try cursor.readCount(limit: Int(Int32.max))
      hunks.append(KnownHunk(index: index, id: try HunkID(decoding: &cursor)))
    }
    return hunks
  }
}
