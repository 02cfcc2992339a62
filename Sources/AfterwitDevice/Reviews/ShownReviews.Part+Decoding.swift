internal import AfterwitEncoding
internal import AfterwitText

extension ShownReviews.Part {
  init(decoding cursor: inout ByteCursor) throws {
    let words = Array(try cursor.readBytes(EnvelopeID.byteCount))
    let text = Array(try cursor.readBytes(EnvelopeID.byteCount))
    var hunks: [HunkID] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      hunks.append(try HunkID(decoding: &cursor))
    }
    self.init(hunks: hunks, words: words, text: text)
  }
}
