internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitSealing
internal import AfterwitStore

extension Author {
  /// Writes the device's own name into the journal.
  func record(name: String) throws {
    try record(name: name, of: identity.device)
  }

  /// Writes a device's name into the journal.
  func record(name: String, of device: DeviceID) throws {
    let key = FieldKey(entry: .journal, field: .name(of: device))
    try record(
      [Change.Block(key: key, operations: .register(name))], on: try transaction.frontierIDs())
    if device == identity.device { try transaction.setProperty(.deviceName, to: nil) }
  }

  /// Writes the name that was kept aside, if that is possible by now; returns whether it did.
  static func recordPendingName(
    environment: Environment, transaction: Transaction
  ) throws -> Bool {
    guard let bytes = try transaction.property(.deviceName) else { return false }
    let author = try Author(environment: environment, transaction: transaction)
    guard try author.canWrite else { return false }
    try author.record(name: String(decoding: bytes, as: UTF8.self))
    return true
  }
}
