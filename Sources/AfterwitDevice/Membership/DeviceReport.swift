public import AfterwitEncoding

/// One device of the journal.
public struct DeviceReport: Hashable, Sendable {
  /// What it is called: its name, or the beginning of its id.
  public var label: String { name ?? device.shortText }
  /// The device.
  public let device: DeviceID
  /// Its name; `nil` if this device has not read one yet.
  public let name: String?
  /// Whether it is this one.
  public let isThis: Bool
  /// Who let it in; `nil` for the one that founded the journal, and for one who is out.
  public let sponsor: DeviceID?
  /// Whether it is out.
  public let isOut: Bool
  /// Who shut it out; nobody where whoever let it in had no right to.
  public let outBy: [DeviceID]
  /// Whether this machine itself was it before.
  public let isFormer: Bool
  /// Whether it is listed no longer.
  public let isForgotten: Bool
  /// The day and time of its last change that was read here, in milliseconds since 1970.
  public let lastMilliseconds: UInt64?
  /// By how many milliseconds its clock is ahead of this machine's, at least, where that is far;
  /// below zero where it is behind.
  public let clockDistance: Int64?
}
