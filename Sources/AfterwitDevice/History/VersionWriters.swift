internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

/// Who made changes, as a person knows the machines.
struct VersionWriters {
  private let names: [DeviceID: String]
  private let local: LocalWriting

  init(_ transaction: Transaction) throws {
    names = try transaction.deviceNames()
    local = try LocalWriting(transaction)
  }

  /// Who made a change, and when.
  func writer(of stamp: ChangeStamp) throws -> Writer {
    Writer(
      device: stamp.order.device, name: names[stamp.order.device],
      isLocal: try local.contains(stamp.order), milliseconds: stamp.timestamp.milliseconds)
  }
}
