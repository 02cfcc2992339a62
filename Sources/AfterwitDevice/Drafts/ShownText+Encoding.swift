internal import AfterwitEncoding
internal import AfterwitText

extension ShownText {
  func encode(into builder: inout ByteBuilder) {
    builder.append(string: text)
    builder.append(count: answers.count)
    for answer in answers { answer.encode(into: &builder) }
    builder.append(count: twins.count)
    for pair in twins {
      builder.append(list: pair.earlier)
      builder.append(list: pair.later)
    }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    self.init(try cursor.readString(limit: cursor.remaining))
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      answers.append(try PartAnswer(decoding: &cursor))
    }
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      let (earlier, later) = (try cursor.readList(), try cursor.readList())
      guard !earlier.isEmpty, !later.isEmpty else { throw cursor.failure(.unknownValue) }
      twins.append(StandingTwins(earlier: earlier, later: later))
    }
  }
}
