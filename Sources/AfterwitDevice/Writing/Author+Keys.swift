internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

extension Author {
  /// Whether this device can write: its admission is here, so it holds a key or can make one.
  var canWrite: Bool {
    get throws {
      try transaction.roster(genesis: identity.genesis)?.member(identity.device) != nil
    }
  }

  /// The key to write under, among those that are held (AW-SEAL-31).
  func heldKey() throws -> EpochKey? {
    guard let roster = try transaction.roster(genesis: identity.genesis) else { return nil }
    return try transaction.keyring().writingKey(of: roster)
  }

  /// Begins an epoch, for a member who was given no key; `nil` before its admission has come.
  func newKey() throws -> EpochKey? {
    guard let roster = try transaction.roster(genesis: identity.genesis),
      roster.member(identity.device) != nil
    else { return nil }
    var random = environment.random
    let key = EpochKey(number: EpochRecords.nextNumber(after: roster), using: &random)
    for records in EpochRecords.records(beginning: key, for: roster) { _ = try record(records) }
    var keyring = try transaction.keyring()
    keyring.insert(key)
    try transaction.setProperty(.keyring, to: keyring.bytes)
    return key
  }
}
