public import AfterwitEncoding
public import AfterwitSync

/// What a bundle was made of.
public struct BundleReport: Hashable, Sendable {
  /// How many envelopes it holds.
  public let envelopes: Int
  /// The device that it is for, if it is for one.
  public let device: DeviceID?
  /// How many are no longer intact here, or follow one in its log, and so are not in it.
  public let damaged: Int
}

/// What the taking of a bundle came to.
public struct BundleTaking: Hashable, Sendable {
  /// How the file ended.
  public enum End: Hashable, Sendable {
    /// It is whole.
    case whole
    /// It ends before its end.
    case truncated
    /// It is not as it was written.
    case damaged
  }

  /// How the file ended.
  public internal(set) var end = End.whole
  /// How many whole envelopes were in it.
  public internal(set) var envelopes = 0
  /// How many of them came, waiting ones included.
  public internal(set) var new = 0
  /// How many were here already.
  public internal(set) var known = 0
  /// How many wait for what has not come.
  public internal(set) var waiting = 0
  /// How many were refused: malformed, badly signed, or not by a member of this journal.
  public internal(set) var forged = 0
  /// How many could not be taken, because what comes before them is not here.
  public internal(set) var left = 0
  /// What a person must be told once, as after a session with a relay.
  public internal(set) var told: SyncReport
}
