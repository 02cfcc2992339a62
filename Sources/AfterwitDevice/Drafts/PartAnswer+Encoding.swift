internal import AfterwitEncoding
internal import AfterwitText

extension PartAnswer {
  func encode(into builder: inout ByteBuilder) {
    builder.append(count: region.lowerBound)
    builder.append(count: region.upperBound)
    builder.append(count: hunks.count)
    for hunk in hunks { hunk.encode(into: &builder) }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let start = try cursor.readCount(limit: Int(Int32.max))
    let end = try cursor.readCount(limit: Int(Int32.max))
    guard start <= end else { throw cursor.failure(.unknownValue) }
    var hunks: [HunkID] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      hunks.append(try HunkID(decoding: &cursor))
    }
    self.init(hunks: hunks, region: start..<end)
  }
}
