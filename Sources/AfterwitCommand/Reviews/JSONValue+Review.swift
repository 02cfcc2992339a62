internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding

extension JSONValue {
  /// The open parts of a review, each as `afterwit.review/1`.
  static func documents(_ review: Review) -> [JSONValue] {
    review.parts.map { part in
      .members([
        "schema": .string("afterwit.review/1"),
        "id": .string(review.id.text),
        "part": .integer(part.number),
        "kind": .string(review.kind.rawValue),
        "entry": .string(review.entry.text),
        "field": .string(review.field),
        "base": JSONValue(part.base),
        "sides": .list(part.sides.map(side)),
        "current": JSONValue(part.current),
      ])
    }
  }

  private static func side(_ side: Review.Side) -> JSONValue {
    .members([
      "number": .integer(side.number),
      "device": .string(side.device.description),
      "local": .flag(side.isLocal),
      "text": JSONValue(side.text),
    ])
  }
}
