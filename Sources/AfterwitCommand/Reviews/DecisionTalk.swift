internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

/// What is said of a decision: about which entry, what the place reads now, and what is open still.
enum DecisionTalk {
  /// What is said of an answer.
  static func lines(_ outcome: DecisionOutcome, on device: Device) throws -> [String] {
    let lines =
      switch outcome.kind {
      case .overlap: outcome.reads.map { reads($0, in: outcome.field) }
      case .value: outcome.reads.map { holds($0, in: outcome.field) }
      case .deletion:
        [
          outcome.isRemoved
            ? "It is out of sight; afterwit restore \(outcome.entry.shortText) brings it back."
            : "It stays."
        ]
      }
    return ["Decided in " + (try device.entry(outcome.entry).label)] + lines
      + [open(try device.openReviewCount())]
  }

  /// What is said of a text that was given in an editor, which may have met another one meanwhile.
  static func lines(
    _ outcome: EditOutcome, field: String, on device: Device
  ) throws -> [String] {
    let entry = try device.entry(outcome.entry)
    return ["Decided in " + entry.label, reads(entry.text(field), in: field)]
      + (try EditTalk.lines(outcome, field: field, isDecision: true, on: device))
      + [open(try device.openReviewCount())]
  }

  private static func reads(_ words: String?, in field: String) -> String {
    let words = Escaping.oneLine((words ?? "").trimmed).shortenedInTheMiddle
    return words.isEmpty
      ? "Nothing stands at that place of \(field) now." : "\(field) now reads: \(words)"
  }

  private static func holds(_ value: String?, in field: String) -> String {
    value.map { "\(field) is now: " + Escaping.oneLine($0) } ?? "\(field) is now empty."
  }

  private static func open(_ count: Int) -> String {
    count == 0
      ? "No review is open any more."
      : OpenReviews.count(count) + " still open. Type: afterwit review"
  }
}
