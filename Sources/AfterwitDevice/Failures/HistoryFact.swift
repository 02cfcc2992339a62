public import AfterwitJournal

/// Why no version of an entry is meant, or not as it was asked for.
public enum HistoryFact: Hashable, Sendable {
  /// The entry has no version of this number; it has so many.
  case noVersion(Int, of: Int)
  /// Nothing of the entry had been written at this time, but then.
  case beforeAll(String, begun: LocalTime)
  /// The item was in no list yet.
  case beforeItem(String)
  /// The text is neither a number nor a time.
  case noMoment(String, DateMisfit)
  /// The text is no range of versions.
  case noRange(String)
  /// The range ends where it begins, or before.
  case emptyRange(String)

  var code: DeviceFailure.Code {
    switch self {
    case .noVersion, .beforeAll, .beforeItem: .notFound
    case .noMoment, .noRange, .emptyRange: .usage
    }
  }
}
