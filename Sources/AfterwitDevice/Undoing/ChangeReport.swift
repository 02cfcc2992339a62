public import AfterwitEncoding

/// A change as a person is told of it.
public struct ChangeReport: Hashable, Sendable {
  /// The change.
  public let change: EnvelopeID
  /// What it did.
  public let verb: ChangeVerb
  /// What was done by the change that it takes back, or brings back, where that is one.
  public let of: ChangeVerb?
  /// The entries that it changed, or that what it takes back had changed.
  public let entries: [EntryID]
  /// The title of the first of them, as it stands; empty where it has none.
  public internal(set) var title: String
  /// The names of the fields that it changed, each once; for a list's elements the list's.
  public let fields: [String]
  /// Who wrote it, and when.
  public let writer: Writer
  /// Whether it is taken back.
  public let isUndone: Bool
}
