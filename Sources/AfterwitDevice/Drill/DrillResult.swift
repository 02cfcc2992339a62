/// What came back in a rehearsal, beside what is here.
public struct DrillResult: Hashable, Sendable {
  /// How many entries are shown.
  public let entries: Int
  /// When the newest change was made, in milliseconds since 1970; `nil` if there is none.
  public let newest: UInt64?
  /// How many envelopes did not come back that the relay was known to hold.
  public let lost: Int
  /// How many envelopes that are here did not come back.
  public let missing: Int
  /// How many envelopes came that are not here.
  public let more: Int
  /// Whether it shows what this machine shows; `nil` where not the same is held.
  public let isSame: Bool?
}

/// What a relay gave back, and what it tells about this home.
public struct DrilledRelay: Hashable, Sendable {
  /// What came back.
  public let result: DrillResult
  /// Whether this home was copied, and the copy has written something.
  public let isCopied: Bool
  /// Whether a copy that goes on would be found out.
  public let isCopyFound: Bool
}
