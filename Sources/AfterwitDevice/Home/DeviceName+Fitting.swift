extension DeviceName {
  /// Refuses a name that is empty or too long, before anything is made.
  static func requireFitting(_ name: String) throws(DeviceFailure) {
    guard (1...limit).contains(name.utf8.count) else {
      throw .home(.nameLength(limit: limit))
    }
  }
}
