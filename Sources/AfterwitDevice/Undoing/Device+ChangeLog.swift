internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension Device {
  /// Tells of all commands whose changes can be taken back, those that take others back among them,
  /// the last that came to this machine first.
  ///
  /// - Parameter tell: is told of one after another, until it says `false`.
  public func changes(_ tell: (ChangeReport) throws -> Bool) throws(DeviceFailure) {
    try reading { transaction in
      let reader = try ChangeReader(transaction)
      var told: Set<[String]> = []
      try reader.forEach { placed in
        if let mark = CommandMark(placed.change) {
          let name = [placed.stamp.order.device.description, mark.name]
          guard told.insert(name).inserted else { return true }
        }
        return try tell(reader.report(placed, before: placed.stamp.index + 1))
      }
    }
  }
}
