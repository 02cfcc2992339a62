internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

/// What is said of a decision: about which entry, what the place reads now, and what is open still.
enum DecisionTalk {
  /// What is said of an answer.
  static func lines(_ outcome: DecisionOutcome, on device: Device) throws -> [String] {
    ["Decided in " + (try device.entry(outcome.entry).label)] + news(outcome)
      + [open(try device.openReviewCount())]
  }

  /// What each place that was decided reads now, or what became of the entry or item.
  static func news(_ outcome: DecisionOutcome) -> [String] {
    switch outcome.kind {
    case .overlap: outcome.reads.map { reads($0, in: outcome.field) }
    case .value: outcome.reads.map { holds($0, in: outcome.field) }
    case .deletion:
      [
        outcome.isRemoved
          ? "It is out of sight; afterwit restore \(outcome.subject.shortText) brings it back."
          : "It stays."
      ]
    }
  }

  /// What the field of a text reads that was given in an editor.
  static func news(
    _ outcome: EditOutcome, field: String, on device: Device
  ) throws -> [String] {
    [reads(try device.entry(outcome.entry).text(field), in: field)]
      + (try EditTalk.lines(outcome, field: field, isDecision: true, on: device))
  }

  /// What is said of a text that was given in an editor, which may have met another one meanwhile.
  static func lines(
    _ outcome: EditOutcome, field: String, on device: Device
  ) throws -> [String] {
    ["Decided in " + (try device.entry(outcome.entry).label)]
      + (try news(outcome, field: field, on: device)) + [open(try device.openReviewCount())]
  }

  private static func reads(_ words: String?, in field: String) -> String {
    let words = Escaping.oneLine((words ?? "").trimmed).shortenedInTheMiddle
    return words.isEmpty
      ? "Nothing stands at that place of \(field) now." : "\(field) now reads: \(words)"
  }

  private static func holds(_ value: String?, in field: String) -> String {
    value.map { "\(field) is now: " + Escaping.oneLine($0) } ?? "\(field) is now empty."
  }

  /// How many are open still.
  static func open(_ count: Int) -> String {
    count == 0
      ? "No review is open any more."
      : OpenReviews.count(count) + " still open. Type: afterwit review"
  }
}
