internal import AfterwitStore

// A home that was restored from a backup holds the journal and keys that nobody has let in. It reads at
// once; whatever it wrote would be a stranger's to all others, so it writes nothing until a device, or
// the paper, has let it in (Protocol/decisions/34).

extension Transaction {
  /// When the backup was made that this home was restored from, in milliseconds since 1970; `nil` once
  /// it is a device of the journal.
  func restored() throws -> UInt64? { try moment(of: .restored) }

  /// Refuses to go on while this home is restored, and no device of the journal.
  func requireDevice() throws {
    guard try restored() == nil else { throw DeviceFailure.writing(.restored) }
  }

  /// A moment that a property keeps, in milliseconds since 1970.
  func moment(of property: Property) throws -> UInt64? {
    try self.property(property).flatMap { UInt64(String(decoding: $0, as: UTF8.self)) }
  }

  /// Keeps a moment as a property.
  func setMoment(_ milliseconds: UInt64, of property: Property) throws {
    try setProperty(property, to: Array(String(milliseconds).utf8))
  }
}
