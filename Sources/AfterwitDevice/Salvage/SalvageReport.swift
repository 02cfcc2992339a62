/// What a salvage did.
public struct SalvageReport: Hashable, Sendable {
  /// How many envelopes came into the journal's file.
  public let taken: Int
  /// How many intact envelopes did not, because one before them in their log is lost.
  public let left: Int
  /// A file with the words of those left; `nil` if there are none.
  public let words: String?
  /// Where the damaged file is kept; `nil` if nothing was replaced.
  public let aside: String?
  /// Whether what is shown was derived anew.
  public let isDerivedAnew: Bool
  /// Whether this home was found to have been copied, and the copy to have been written to.
  public let wasCopied: Bool
  /// Whether a relay is set, so that what is lost may be there.
  public let hasRelay: Bool
}
