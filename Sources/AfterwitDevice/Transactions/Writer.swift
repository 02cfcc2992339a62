public import AfterwitEncoding

/// A machine that wrote something, as a person knows it.
public struct Writer: Hashable, Sendable {
  /// The device.
  public let device: DeviceID
  /// The device's name; `nil` if none is known.
  public let name: String?
  /// Whether it was written in this home.
  public let isLocal: Bool
  /// When, in milliseconds since 1970.
  public let milliseconds: UInt64
}
