public import AfterwitEncoding

/// One device of the journal.
public struct DeviceReport: Hashable, Sendable {
  /// The device.
  public let device: DeviceID
  /// Its name; `nil` if this device has not read one yet.
  public let name: String?
  /// Whether it is this one.
  public let isThis: Bool
  /// The day and time of its last change that was read here, in milliseconds since 1970.
  public let lastMilliseconds: UInt64?
  /// By how many milliseconds its clock is ahead of this machine's, at least, where that is far;
  /// below zero where it is behind.
  public let clockDistance: Int64?
}
