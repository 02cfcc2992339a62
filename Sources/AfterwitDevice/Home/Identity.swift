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
    guard try Identity(transaction) == nil else { throw DeviceFailure.home(.used(path: home.path)) }
    try transaction.setProperty(.journal, to: journal.bytes)
    try transaction.setProperty(.genesis, to: genesis.bytes)
    try transaction.setProperty(.deviceKeys, to: keys.bytes)
    try transaction.setProperty(.ownTip, to: EnvelopeID.zero.bytes)
  }
}
