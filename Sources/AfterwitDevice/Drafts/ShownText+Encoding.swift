internal import AfterwitEncoding
internal import AfterwitText

extension ShownText {
  func encode(into builder: inout ByteBuilder) {
    builder.append(string: text)
    builder.append(count: places.count)
    for place in places {
      builder.append(list: [
        place.shown.lowerBound, place.shown.upperBound, place.given.lowerBound,
        place.given.upperBound,
      ])
      Self.encode(place.hunks, into: &builder)
    }
    builder.append(count: answers.count)
    for hunks in answers { Self.encode(hunks, into: &builder) }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let text = try cursor.readString(limit: cursor.remaining)
    var places: [Place] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      let bounds = try cursor.readList()
      guard bounds.count == 4, bounds[0] <= bounds[1], bounds[2] <= bounds[3] else {
        throw cursor.failure(.unknownValue)
      }
      places.append(
        Place(
          shown: bounds[0]..<bounds[1], given: bounds[2]..<bounds[3],
          hunks: try Self.hunks(&cursor)))
    }
    var answers: [[HunkID]] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      answers.append(try Self.hunks(&cursor))
    }
    self.init(text, places: places, answers: answers)
  }

  private static func encode(_ hunks: [HunkID], into builder: inout ByteBuilder) {
    builder.append(count: hunks.count)
    for hunk in hunks { hunk.encode(into: &builder) }
  }

  private static func hunks(_ cursor: inout ByteCursor) throws(DecodingFailure) -> [HunkID] {
    var hunks: [HunkID] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      hunks.append(try HunkID(decoding: &cursor))
    }
    return hunks
  }
}
