public import AfterwitCausality
public import AfterwitText

/// Which change an operation belongs to: its place here, its name everywhere, and its time.
public struct ChangeStamp: Hashable, Sendable {
  /// Its index in the journal's causal graph on this device.
  public let index: Int
  /// The index of each of its parents, ascending: the version its author was shown.
  public let parents: [Int]
  /// Its device, number and envelope id, which order ties.
  public let order: TextOrder
  /// When it was made.
  public let timestamp: Timestamp

  /// A stamp of given parts.
  public init(index: Int, parents: [Int], order: TextOrder, timestamp: Timestamp) {
    self.index = index
    self.parents = parents
    self.order = order
    self.timestamp = timestamp
  }
}
