internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

/// Who made changes, as a person knows the machines.
struct Writers {
  private let names: [DeviceID: String]
  private let local: LocalWriting

  init(_ transaction: Transaction) throws {
    names = try transaction.deviceNames()
    local = try LocalWriting(transaction)
  }

  /// Who made a change, and when.
  func writer(of stamp: ChangeStamp) throws -> Writer {
    try writer(of: stamp.order, at: stamp.timestamp)
  }

  /// The same of a change whose place in the graph nobody needs.
  func writer(of change: TextOrder, at timestamp: Timestamp) throws -> Writer {
    Writer(
      device: change.device, name: names[change.device], isLocal: try local.contains(change),
      milliseconds: timestamp.milliseconds)
  }

  /// Who made a change of a device whose log has not forked.
  func writer(of device: DeviceID, at timestamp: Timestamp) -> Writer {
    Writer(
      device: device, name: names[device], isLocal: local.isOf(device),
      milliseconds: timestamp.milliseconds)
  }

  /// Whether only the changes themselves tell which of a device are this home's.
  func isForked(_ device: DeviceID) -> Bool { local.isForked(device) }

  /// The same, where most changes are of the writer of the one before.
  func writer(
    of change: TextOrder, at timestamp: Timestamp, behind last: Writer?
  ) throws -> Writer {
    guard let last, last.device == change.device, !local.isForked(change.device) else {
      return try writer(of: change, at: timestamp)
    }
    return Writer(
      device: last.device, name: last.name, isLocal: last.isLocal,
      milliseconds: timestamp.milliseconds)
  }

  /// Whether a change was made in this home.
  func isLocal(_ stamp: ChangeStamp) throws -> Bool { try isLocal(stamp.order) }

  /// The same of a change whose place in the graph nobody needs.
  func isLocal(_ change: TextOrder) throws -> Bool { try local.contains(change) }
}
