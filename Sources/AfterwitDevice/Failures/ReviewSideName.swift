public import AfterwitEncoding

/// How a person may name a side of a review.
public struct ReviewSideName: Hashable, Sendable {
  /// Its number.
  public let number: Int
  /// The device that wrote it.
  public let device: DeviceID
  /// The device's name; `nil` if none is known.
  public let deviceName: String?
}
