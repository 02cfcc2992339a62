internal import AfterwitEncoding
internal import AfterwitText

// The form in which the store keeps what stands.
extension StandingWords {
  func encode(into builder: inout ByteBuilder) {
    builder.append(count: place.lowerBound)
    builder.append(count: place.count)
    builder.append(string: words)
    builder.append(isOpen ? 1 : 0)
    builder.append(count: hunks.count)
    for hunk in hunks { hunk.encode(into: &builder) }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let start = try cursor.readCount(limit: Int(Int32.max))
    let count = try cursor.readCount(limit: Int(Int32.max))
    let words = try cursor.readString(limit: cursor.remaining)
    let isOpen = try cursor.readByte() == 1
    var hunks: [HunkID] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      hunks.append(try HunkID(decoding: &cursor))
    }
    self.init(place: start..<start + count, words: words, hunks: hunks, isOpen: isOpen)
  }
}
