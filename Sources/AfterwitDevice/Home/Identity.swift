internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore

/// Who this device is: the journal, what founded it, and the device's own keys.
///
/// The keys may be replaced while a device is open (see ``Succession``), so a transaction that
/// writes uses the identity that it reads itself.
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

  /// Reads the identity from a store; `nil` if the store has none.
  init?(_ transaction: Transaction) throws {
    guard let (journal, genesis) = try Self.founding(transaction),
      let keys = try transaction.property(.deviceKeys)
    else { return nil }
    self.init(journal: journal, genesis: genesis, keys: try DeviceKeys(decoding: keys))
  }

  /// What a store with an identity was founded on; for readers, who need no keys expanded.
  static func founding(
    _ transaction: Transaction
  ) throws -> (journal: JournalID, genesis: EnvelopeID)? {
    guard let journal = try transaction.property(.journal).flatMap(JournalID.init),
      let genesis = try transaction.property(.genesis).flatMap(EnvelopeID.init),
      try transaction.property(.deviceKeys) != nil
    else { return nil }
    return (journal, genesis)
  }

  /// Saves the identity in a store that has none yet; another process may have founded it
  /// meanwhile.
  ///
  /// - Parameter join: what is kept of a join that may yet come to nothing; another of that kind is
  ///   replaced by it, and so is one that was restored.
  func save(
    _ transaction: Transaction, in home: Home, joiningBy join: [UInt8]? = nil
  ) throws {
    let isJoining = try transaction.property(.pendingJoin) != nil
    let mayGiveWay = try isJoining || transaction.property(.restored) != nil
    guard try Identity(transaction) == nil || (mayGiveWay && join != nil) else {
      throw DeviceFailure.home(isJoining ? .joining(path: home.path) : .used(path: home.path))
    }
    try transaction.setProperty(.pendingJoin, to: join)
    try transaction.setProperty(.journal, to: journal.bytes)
    try transaction.setProperty(.genesis, to: genesis.bytes)
    try transaction.setProperty(.deviceKeys, to: keys.bytes)
    try transaction.setProperty(.ownTip, to: EnvelopeID.zero.bytes)
  }
}
