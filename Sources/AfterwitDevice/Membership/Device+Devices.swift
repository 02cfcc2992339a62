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
      let roster = try transaction.roster(genesis: identity.genesis)
      let membership = roster?.membership
      let members = membership?.members.filter { $0.rank == Member.deviceRank }.map(\.device) ?? []
      let excluded = (membership?.excluded ?? [:]).filter {
        roster?.rank(of: $0.key) == Member.deviceRank
      }
      let former = try transaction.localDevices().subtracting([identity.device])
      let forgotten = try transaction.devices(in: .forgottenDevices)
      return try Set(members + excluded.keys + [identity.device]).map { device in
        DeviceReport(
          device: device, name: names[device], isThis: device == identity.device,
          sponsor: membership?.sponsors[device], isOut: excluded[device] != nil,
          outBy: excluded[device]?.by ?? [],
          isFormer: former.contains(device), isForgotten: forgotten.contains(device),
          lastMilliseconds: try transaction.lastTimestamp(of: device)?.milliseconds,
          clockDistance: distances[device]?.milliseconds)
      }.sorted { left, right in
        (left.isThis ? 0 : left.isOut ? 2 : 1, left.device)
          < (right.isThis ? 0 : right.isOut ? 2 : 1, right.device)
      }
    }
  }
}
