internal import AfterwitStore

extension Device {
  /// Reads one snapshot of the store.
  func reading<Value>(
    _ body: (Transaction) throws -> Value
  ) throws(DeviceFailure) -> Value {
    try DeviceFailure.naming { try store.read(body) }
  }

  /// Runs one transaction on the store, durable when it returns.
  func writing<Value>(
    _ body: (Transaction) throws -> Value
  ) throws(DeviceFailure) -> Value {
    try DeviceFailure.naming { try store.write(body) }
  }
}
