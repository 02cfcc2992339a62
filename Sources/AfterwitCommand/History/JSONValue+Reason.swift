internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

extension JSONValue {
  /// Why something of an entry stands as it does, as `afterwit.why/1`.
  static func document(_ reason: Reason, of entry: EntryView) -> JSONValue {
    .members([
      "schema": .string("afterwit.why/1"),
      "entry": .string(entry.id.text),
      "field": JSONValue(reason.field),
      "item": JSONValue(reason.item?.text),
      "item-field": JSONValue(reason.itemField),
      "rule": .string(reason.rule.rawValue),
      "value": JSONValue(reason.value),
      "by": .list(reason.by.map(saying)),
      "beside": .list(reason.beside.map(saying)),
      "answers": .list(reason.answers.map { JSONValue($0?.word) }),
      "tallies": .list(reason.tallies.map(tally)),
      "review": JSONValue(reason.review?.text),
      "sentence": .string(ReasonSentence(reason).text),
    ])
  }

  private static func saying(_ saying: Reason.Saying) -> JSONValue {
    .object(members(of: saying.version) + [Member(name: "value", value: JSONValue(saying.value))])
  }

  private static func tally(_ tally: Reason.Tally) -> JSONValue {
    .members([
      "device": .string(tally.writer.device.description),
      "name": JSONValue(tally.writer.name),
      "local": .flag(tally.writer.isLocal),
      "count": .integer(tally.count),
    ])
  }
}
