internal import AfterwitCausality
internal import AfterwitEncoding

// The form in which the store keeps a list. Vacant places are a count, so that a list whose elements
// were moved often takes little more than one of which nothing was moved.
extension ListField {
  func encode(into builder: inout ByteBuilder) {
    builder.append(list: heads.flatMap { [$0.position, $0.index] })
    builder.append(count: eventCount)
    var vacant = 0
    for stretch in row.stretches {
      switch stretch {
      case .vacant(let places): vacant = places
      case .placing(let placing):
        builder.append(count: vacant)
        placing.encode(into: &builder)
        vacant = 0
      }
    }
    builder.append(count: vacant)
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let heads = try cursor.readList()
    guard heads.count.isMultiple(of: 2) else { throw cursor.failure(.unknownValue) }
    let eventCount = try cursor.readCount(limit: Int(Int32.max))
    var row = ListRow()
    row.append(.vacant(try cursor.readCount(limit: Int(Int32.max))))
    while !cursor.isAtEnd {
      row.append(.placing(try ListRow.Placing(decoding: &cursor)))
      row.append(.vacant(try cursor.readCount(limit: Int(Int32.max) - row.count)))
    }
    self.init(
      row: row,
      heads: stride(from: 0, to: heads.count, by: 2).map {
        TextField.Head(position: heads[$0], index: heads[$0 + 1])
      },
      eventCount: eventCount)
  }
}

extension ListRow.Placing {
  fileprivate func encode(into builder: inout ByteBuilder) {
    builder.append(contentsOf: element.bytes)
    builder.append(count: index)
    builder.append(bigEndian: timestamp.rawValue)
    builder.append(envelope)
  }

  fileprivate init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let start = cursor
    guard let element = ElementID(try cursor.readBytes(ElementID.byteCount)) else {
      throw start.failure(.truncated)
    }
    self.init(
      element: element, index: try cursor.readCount(limit: Int(Int32.max)),
      timestamp: Timestamp(rawValue: try cursor.readBigEndian()),
      envelope: try cursor.readIdentifier())
  }
}
