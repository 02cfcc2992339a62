public import AfterwitEncoding

/// A part of one device's log, both ends inclusive.
public struct LogRange: Hashable, Sendable {
  /// Whose log it is.
  public let device: DeviceID
  /// The number it begins with, at least 1.
  public let first: UInt64
  /// The number it ends with.
  public let last: UInt64

  /// A part of given ends.
  public init(device: DeviceID, first: UInt64, last: UInt64) {
    self.device = device
    self.first = first
    self.last = last
  }
}
