internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

extension Author {
  /// Whether this device can write: its admission is here, so it holds a key or can make one.
  var canWrite: Bool {
    get throws {
      try transaction.roster(genesis: identity.genesis)?.knows(identity.device) == true
    }
  }

  /// The key to write under, among those that are held (AW-SEAL-31).
  func heldKey() throws -> EpochKey? {
    guard let roster = try transaction.roster(genesis: identity.genesis),
      roster.knows(identity.device)
    else { return nil }
    let keyring = try transaction.keyring()
    if let key = keyring.writingKey(of: roster) { return key }
    // Who is out keeps its words for itself, under any key.
    return roster.member(identity.device) == nil ? keyring.keys.last : nil
  }

  /// Begins an epoch, for a member who was given no key; `nil` before its admission has come.
  func newKey() throws -> EpochKey? {
    guard let roster = try transaction.roster(genesis: identity.genesis),
      roster.knows(identity.device)
    else { return nil }
    return try begin(for: roster.members, in: roster)
  }

  /// Begins an epoch whose key these members get; other records stand before it.
  @discardableResult
  func begin(
    for members: [Member], in roster: Roster, after records: [ControlRecord] = []
  ) throws -> EpochKey {
    var random = environment.random
    var keyring = try transaction.keyring()
    let (key, parts) = try EpochRecords.begin(
      for: members, in: roster, after: records, holding: &keyring, using: &random)
    for part in parts { _ = try record(part) }
    try transaction.setProperty(.keyring, to: keyring.bytes)
    return key
  }
}
