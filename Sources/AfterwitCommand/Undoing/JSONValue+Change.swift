internal import AfterwitDevice
internal import AfterwitEncoding

extension JSONValue {
  /// A change as `afterwit.log/1`.
  static func document(_ report: ChangeReport) -> JSONValue {
    .object([Member(name: "schema", value: .string("afterwit.log/1"))] + members(of: report))
  }

  /// What taking something back came to, as `afterwit.undo/1`.
  static func document(_ outcome: UndoOutcome, verb: String) -> JSONValue {
    let (result, report): (String, ChangeReport?) =
      switch outcome.result {
      case .done(let report): ("done", report)
      case .unseen(let report): ("unseen", report)
      case .void(let report): ("void", report)
      case .nothing: ("nothing", nil)
      }
    return .members([
      "schema": .string("afterwit.undo/1"),
      "verb": .string(verb),
      "result": .string(result),
      "change": report.map { .object(members(of: $0)) } ?? .null,
      "keepers": .list(outcome.keepers.map { .object(members(of: $0)) }),
      "next": outcome.next.map { .object(members(of: $0)) } ?? .null,
    ])
  }

  private static func members(of report: ChangeReport) -> [Member] {
    [
      Member(name: "change", value: .string(report.change.description)),
      Member(name: "verb", value: .string(report.verb.rawValue)),
      Member(name: "of", value: JSONValue(report.of?.rawValue)),
      Member(name: "entries", value: .list(report.entries.map { .string($0.text) })),
      Member(name: "fields", value: .list(report.fields.map { .string($0) })),
      Member(name: "device", value: .string(report.writer.device.description)),
      Member(name: "name", value: JSONValue(report.writer.name)),
      Member(
        name: "at", value: .string(Moment(milliseconds: report.writer.milliseconds).iso8601)),
      Member(name: "undone", value: .flag(report.isUndone)),
    ]
  }
}
