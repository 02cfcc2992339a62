internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

extension JSONValue {
  /// One draft, as `afterwit.draft/1`.
  static func document(_ report: DraftReport) -> JSONValue {
    .members([
      "schema": .string("afterwit.draft/1"),
      "name": .string(report.name),
      "path": .string(report.path),
      "entry": JSONValue(report.entry?.text),
      "kind": JSONValue(report.kind?.rawValue),
      "field": JSONValue(report.field),
      "begun": JSONValue(report.milliseconds.map { Moment(milliseconds: $0).iso8601 }),
      "words": .string(report.words),
      "open": .flag(report.isOpen),
    ])
  }
}
