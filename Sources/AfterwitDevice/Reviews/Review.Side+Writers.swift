public import AfterwitEncoding

extension Review.Side {
  /// The device that gives the side its number.
  public var device: DeviceID { writers[0].device }

  /// The name of that device; `nil` if none is known.
  public var deviceName: String? { writers[0].name }

  /// Whether it was written in this home, too.
  public var isLocal: Bool { writers.contains(where: \.isLocal) }

  /// When it was written first, in milliseconds since 1970.
  public var milliseconds: UInt64 { writers[0].milliseconds }
}
