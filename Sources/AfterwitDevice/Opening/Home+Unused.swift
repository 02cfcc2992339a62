internal import AfterwitStore

extension Home {
  /// Refuses a home that holds a journal; one whose founding was cut short may be used.
  func requireUnused() throws(DeviceFailure) {
    guard isUsed else { return }
    let identity = try DeviceFailure.naming {
      try Store(inFolder: path).read { transaction in try Identity(transaction) }
    }
    guard identity == nil else {
      throw .home(.used(path: path))
    }
  }
}
