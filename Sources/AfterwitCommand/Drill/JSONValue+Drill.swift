internal import AfterwitDevice

extension JSONValue {
  /// One rehearsal, as `afterwit.drill/1`.
  static func document(_ rehearsal: Rehearsal) -> JSONValue {
    let (ended, words, result): (String, String, DrillResult?) =
      switch rehearsal.end {
      case .held(let words, let result): ("held", words, result)
      case .skipped(let reason, _): ("skipped", reason, nil)
      case .failed(let failure): ("failed", failure.sentences.happened, nil)
      }
    return .members([
      "schema": .string("afterwit.drill/1"),
      "rehearsal": .string(rehearsal.name.rawValue),
      "result": .string(ended),
      "words": .string(words),
      "milliseconds": .integer(Int(rehearsal.seconds * 1000)),
      "entries": result.map { .integer($0.entries) } ?? .null,
      "newest": JSONValue(result?.newest.map { Moment(milliseconds: $0).iso8601 }),
      "missing": result.map { .integer($0.missing) } ?? .null,
      "more": result.map { .integer($0.more) } ?? .null,
      "same": result?.isSame.map { .flag($0) } ?? .null,
    ])
  }
}
