internal import AfterwitEncoding
internal import AfterwitStore

extension Transaction {
  /// Who this device is now.
  func identity() throws -> Identity {
    guard let identity = try Identity(self) else {
      throw StoreFailure.damaged("the device's keys are not there")
    }
    return identity
  }

  /// Every identity that this home has or had: what they wrote is *mine*.
  func localDevices() throws -> Set<DeviceID> {
    try devices(in: .formerDevices).union([identity().device])
  }

  /// The devices that a property lists.
  func devices(in property: Property) throws -> Set<DeviceID> {
    DeviceID.list(try self.property(property) ?? [])
  }

  /// Adds devices to the list of a property.
  func add(_ devices: Set<DeviceID>, to property: Property) throws {
    guard !devices.isEmpty else { return }
    let all = try self.devices(in: property).union(devices)
    try setProperty(property, to: all.sorted().flatMap(\.bytes))
  }
}
