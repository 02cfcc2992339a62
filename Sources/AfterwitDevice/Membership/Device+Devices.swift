internal import AfterwitCausality
internal import AfterwitStore
internal import AfterwitWire

// A device's name is part of the journal, so that the relay learns no names. It can be written only
// with the journal's key; until the key has come, the store keeps the name aside.
extension Device {
  /// The devices of the journal, this one first, then by id.
  public func devices() throws(DeviceFailure) -> [DeviceReport] {
    try reading { transaction in
      let identity = try transaction.identity()
      let names = try transaction.deviceNames()
      let distances = try transaction.clockNotes().distances
      let members = try transaction.roster(genesis: identity.genesis)?.members ?? []
      let devices = members.filter { $0.rank == Member.deviceRank }.map(\.device)
      return try Set(devices + [identity.device]).map { device in
        DeviceReport(
          device: device, name: names[device], isThis: device == identity.device,
          lastMilliseconds: try transaction.lastTimestamp(of: device)?.milliseconds,
          clockDistance: distances[device]?.milliseconds)
      }.sorted { ($0.isThis ? 0 : 1, $0.device) < ($1.isThis ? 0 : 1, $1.device) }
    }
  }
}
