internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding

extension JSONValue {
  /// The open parts of a review, each as `afterwit.review/1`.
  static func documents(_ review: Review) -> [JSONValue] {
    review.parts.map { document($0, of: review, ended: JSONValue(nil)) }
  }

  /// What a review asked that has ended, part by part, each as `afterwit.review/1`.
  static func documents(_ ended: EndedReview) -> [JSONValue] {
    zip(ended.review.parts, ended.answers).map { part, answer in
      let end: JSONValue = .members([
        "how": .string("\(ended.end)"),
        "answer": JSONValue(answer?.word),
        "machine": ended.writer.map(machine) ?? JSONValue(nil),
        "now": JSONValue(ended.now),
        "deleted": .flag(ended.isRemoved),
      ])
      return document(part, of: ended.review, ended: end)
    }
  }

  private static func document(
    _ part: Review.Part, of review: Review, ended: JSONValue
  ) -> JSONValue {
    .members([
      "schema": .string("afterwit.review/1"),
      "id": .string(review.id.text),
      "part": .integer(part.number),
      "kind": .string(review.kind.rawValue),
      "entry": .string(review.entry.text),
      "list": JSONValue(review.element?.list.name.string),
      "element": JSONValue(review.element?.id.text),
      "field": .string(review.field),
      "base": JSONValue(part.base),
      "sides": .list(part.sides.map(side)),
      "current": JSONValue(part.current),
      "edited": .flag(part.isEdited),
      "answers": .list(review.choices(of: part).map(answer)),
      "ended": ended,
    ])
  }

  private static func side(_ side: Review.Side) -> JSONValue {
    .members([
      "number": .integer(side.number),
      "device": .string(side.device.description),
      "local": .flag(side.isLocal),
      "machines": .list(side.writers.map(machine)),
      "fields": .list(side.editedFields.map { .string($0) }),
      "text": JSONValue(side.text),
    ])
  }

  private static func machine(_ writer: Writer) -> JSONValue {
    .members([
      "device": .string(writer.device.description),
      "name": JSONValue(writer.name),
      "local": .flag(writer.isLocal),
      "written": .string(Moment(milliseconds: writer.milliseconds).iso8601),
    ])
  }

  private static func answer(_ choice: Review.Choice) -> JSONValue {
    .members([
      "answer": .string(choice.answer.word),
      "sides": .list(choice.sides.map { .integer($0.number) }),
      "yields": JSONValue(choice.yields),
      "stands": .flag(choice.stands),
    ])
  }
}
