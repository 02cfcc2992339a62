extension DeviceName {
  /// Refuses a name that is empty or too long, before anything is made.
  static func requireFitting(_ name: String) throws(DeviceFailure) {
    guard (1...limit).contains(name.utf8.count) else {
      throw DeviceFailure(
        .usage, "A device's name has 1 to \(limit) bytes.", safe: "Nothing was made.",
        next: "Repeat the command with another --name.")
    }
  }
}
