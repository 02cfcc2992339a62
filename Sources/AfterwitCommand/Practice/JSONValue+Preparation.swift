internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

extension JSONValue {
  /// What `prep` shows, as `afterwit.prep/1`.
  static func document(_ preparation: Preparation) -> JSONValue {
    .members([
      "schema": .string("afterwit.prep/1"),
      "event": JSONValue(preparation.attempt?.entry.id.text),
      "mantras": .list(
        preparation.mantras.map {
          .members(["id": .string($0.id.text), "words": .string($0.text(.words))])
        }),
      "lessons": .list(
        preparation.lessons.map {
          .members(["id": .string($0.id.text), "words": .string($0.text(.lesson))])
        }),
      "questions": .list(
        preparation.questions.map { question in
          .members([
            "asked": .string(question.tally.asked), "count": .integer(question.count),
            "said": .string(question.tally.said), "would-say": .string(question.tally.wouldSay),
          ])
        }),
      "weakness": preparation.weakness.map { weakness in
        .members(["words": .string(weakness.words), "answer": .string(weakness.answer)])
      } ?? .null,
      "story": JSONValue(preparation.story?.id.text),
      "asks": .list(
        preparation.asks.map {
          .members([
            "id": .string($0.id.text),
            "question": .string($0.words(of: FieldName(ofElement: .question))),
          ])
        }),
      "open": .list(preparation.open.map { JSONValue($0) }),
    ])
  }
}
