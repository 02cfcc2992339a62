/// What came of bringing a version back.
public struct RestorationOutcome: Hashable, Sendable {
  /// The version that is shown again.
  public let version: EntryVersion
  /// The fields and lists that the new change touched; empty where nothing differed.
  public let fields: [String]
  /// Whether a change was recorded.
  public let isChange: Bool
  /// The counters that differ and stay as they are, with what they show.
  public let kept: [KeptCounter]

  /// A counter that is not turned back.
  public struct KeptCounter: Hashable, Sendable {
    /// The field.
    public let field: String
    /// What it shows.
    public let sum: Int
  }
}
