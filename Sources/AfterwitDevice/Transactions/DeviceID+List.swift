internal import AfterwitEncoding

extension DeviceID {
  /// The devices that a property's bytes list.
  static func list(_ bytes: [UInt8]) -> Set<DeviceID> {
    let starts = stride(from: 0, to: bytes.count, by: byteCount)
    return Set(starts.compactMap { DeviceID(bytes[$0...].prefix(byteCount)) })
  }
}
