internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore

/// Who this device is: the journal, what founded it, and the device's own keys.
///
/// The keys may be replaced while a device is open (see ``Succession``): what is written is written
/// under the identity that the writing transaction reads.
struct Identity: Sendable {
  let journal: JournalID
  let genesis: EnvelopeID
  let keys: DeviceKeys

  var device: DeviceID { keys.device }

  init(journal: JournalID, genesis: EnvelopeID, keys: DeviceKeys) {
    self.journal = journal
    self.genesis = genesis
    self.keys = keys
  }

  /// Reads the identity of an open store; `nil` where the store has none.
  init?(_ transaction: Transaction) throws {
    guard let (journal, genesis) = try Self.founding(transaction),
      let keys = try transaction.property(.deviceKeys)
    else { return nil }
    self.init(journal: journal, genesis: genesis, keys: try DeviceKeys(decoding: keys))
  }

  /// What a store with an identity was founded on; who only reads needs no keys expanded.
  static func founding(
    _ transaction: Transaction
  ) throws -> (journal: JournalID, genesis: EnvelopeID)? {
    guard let journal = try transaction.property(.journal).flatMap(JournalID.init),
      let genesis = try transaction.property(.genesis).flatMap(EnvelopeID.init),
      try transaction.property(.deviceKeys) != nil
    else { return nil }
    return (journal, genesis)
  }

  /// Keeps the identity in a store that has none; two processes may be founding at once.
  func save(_ transaction: Transaction, in home: Home) throws {
    guard try Identity(transaction) == nil else { throw DeviceFailure.used(home) }
    try transaction.setProperty(.journal, to: journal.bytes)
    try transaction.setProperty(.genesis, to: genesis.bytes)
    try transaction.setProperty(.deviceKeys, to: keys.bytes)
    try transaction.setProperty(.ownTip, to: EnvelopeID.zero.bytes)
  }
}

extension Transaction {
  /// Who this device is now.
  func identity() throws -> Identity {
    guard let identity = try Identity(self) else {
      throw StoreFailure.damaged("the device's keys are not there")
    }
    return identity
  }

  /// Every identity that this home has or had: what they wrote is *mine*.
  func localDevices() throws -> Set<DeviceID> {
    try devices(in: .formerDevices).union([identity().device])
  }

  /// The devices that a property lists.
  func devices(in property: Property) throws -> Set<DeviceID> {
    DeviceID.list(try self.property(property) ?? [])
  }

  /// Adds devices to the list of a property.
  func add(_ devices: Set<DeviceID>, to property: Property) throws {
    guard !devices.isEmpty else { return }
    let all = try self.devices(in: property).union(devices)
    try setProperty(property, to: all.sorted().flatMap(\.bytes))
  }
}

extension DeviceID {
  /// The devices that a property's bytes list.
  static func list(_ bytes: [UInt8]) -> Set<DeviceID> {
    let starts = stride(from: 0, to: bytes.count, by: byteCount)
    return Set(starts.compactMap { DeviceID(bytes[$0...].prefix(byteCount)) })
  }
}
