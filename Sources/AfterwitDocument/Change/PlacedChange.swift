/// A change, and where it stands on this device.
public struct PlacedChange: Hashable, Sendable {
  /// Its place.
  public let stamp: ChangeStamp
  /// What it does.
  public let change: Change

  /// A change of given parts.
  public init(stamp: ChangeStamp, change: Change) {
    self.stamp = stamp
    self.change = change
  }
}
