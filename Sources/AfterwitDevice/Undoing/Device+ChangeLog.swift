extension Device {
  /// Tells of all changes that can be taken back, those that take others back among them, the last
  /// that came to this machine first.
  ///
  /// - Parameter tell: is told of one after another, until it says `false`.
  public func changes(_ tell: (ChangeReport) throws -> Bool) throws(DeviceFailure) {
    try reading { transaction in
      let reader = try ChangeReader(transaction)
      try reader.forEach { try tell(reader.report($0)) }
    }
  }
}
