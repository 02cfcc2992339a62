internal import AfterwitRelay
internal import AfterwitWire

/// What an operator is told of a journal: its id and figures, for nothing else of it can be read.
struct JournalRow {
  private let journal: StoredJournal

  /// The row of a journal.
  init(_ journal: StoredJournal) {
    self.journal = journal
  }

  /// A line for a person.
  var line: String {
    let quota = journal.quota
    let bounds = [
      quota.bytes.map { "at most " + ($0 >= Self.unbounded ? "any" : ByteCount($0).text) },
      quota.envelopes.map { "at most \($0 >= Self.unbounded ? "any" : "\($0)") envelopes" },
      quota.appendsPerMinute.map { "\($0 >= Self.unbounded ? "any" : "\($0)") appends a minute" },
    ].compactMap(\.self)
    let parts = [
      "\(journal.id)", "\(journal.end.position) envelopes", ByteCount(journal.byteCount).text,
      Timestamp(journal.lastStored)?.text ?? "at no known time",
    ]
    return (parts + bounds).joined(separator: "  ")
  }

  /// The same as a JSON document.
  var document: String {
    let quota = journal.quota
    func bound(_ value: UInt64?) -> String {
      value.map { $0 >= Self.unbounded ? "\"none\"" : "\($0)" } ?? "null"
    }
    let last = Timestamp(journal.lastStored).map { "\"\($0.text)\"" } ?? "null"
    let fields = [
      ("schema", "\"afterwit-relay.journals/1\""), ("journal", "\"\(journal.id)\""),
      ("envelopes", "\(journal.end.position)"), ("bytes", "\(journal.byteCount)"),
      ("lastStored", last), ("maxBytes", bound(quota.bytes)),
      ("maxEnvelopes", bound(quota.envelopes)), ("maxAppends", bound(quota.appendsPerMinute)),
    ]
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }

  /// What is kept for a bound that there is not.
  private static let unbounded = UInt64(Int64.max)
}
