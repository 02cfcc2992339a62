/// What became of a request to take something back, or to bring it back.
public struct UndoOutcome: Hashable, Sendable {
  /// What became of the change that is meant.
  public enum Result: Hashable, Sendable {
    /// It is taken back now, or brought back.
    case done(ChangeReport)
    /// The same, and what is shown has not changed by it: others had written over all of it.
    case unseen(ChangeReport)
    /// It was taken back already.
    case void(ChangeReport)
    /// There is none.
    case nothing
  }

  /// What became of it.
  public let result: Result
  /// The changes that wrote into what is taken back, so that it stands there nevertheless, as they came.
  public var keepers: [ChangeReport] = []
  /// What the next request would take back, or bring back.
  public let next: ChangeReport?
}
