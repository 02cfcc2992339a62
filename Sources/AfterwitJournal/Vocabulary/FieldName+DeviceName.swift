public import AfterwitDocument
public import AfterwitEncoding

// The journal itself is an entry too: it holds the names of the devices, each in a field of its own
// (Protocol/4-documents, "The journal itself": AW-DOC-16, AW-DOC-41).

extension FieldName {
  private static let deviceNamePrefix = "name:"

  /// The field of the journal itself that holds a device's name.
  public static func name(of device: DeviceID) -> FieldName {
    FieldName(deviceNamePrefix + device.description, family: .register)
  }

  /// The device whose name this field of the journal holds, or `nil` where it holds none.
  public var namedDevice: DeviceID? {
    guard family == .register else { return nil }
    let text = name.string
    guard text.hasPrefix(Self.deviceNamePrefix) else { return nil }
    let digits = text.dropFirst(Self.deviceNamePrefix.count)
    return Hexadecimal.decode(digits).flatMap { DeviceID($0) }
  }
}
