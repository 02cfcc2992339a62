internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// How many keys are given in one envelope.
  private static var portion: Int { 256 }

  /// Takes note of what follows from the control envelopes and is asked for at each exchange.
  func note(_ roster: Roster, holding keyring: Keyring) throws {
    let isMember = try roster.member(identity().device) != nil
    try set(isMember ? keyring.owed(in: roster).count : 0, for: .owedKeys)
    let tags = roster.membership.criticalTags
    var builder = ByteBuilder()
    builder.append(count: tags.count)
    for tag in tags { builder.append(varint: tag) }
    try setProperty(.criticalTags, to: tags.isEmpty ? nil : builder.bytes)
  }

  /// How many keys members lack that are held here.
  func owedKeyCount() throws -> Int {
    guard let bytes = try property(.owedKeys) else { return 0 }
    var cursor = ByteCursor(bytes)
    return try Int(cursor.readVarint())
  }

  /// Whether the journal holds what only a newer version may pass over.
  func needsNewerVersion() throws -> Bool {
    guard let bytes = try property(.criticalTags) else { return false }
    var cursor = ByteCursor(bytes)
    for _ in 0..<(try cursor.readCount(limit: bytes.count)) {
      if ControlRecord.isCriticalAndUnknown(try cursor.readVarint()) { return true }
    }
    return false
  }

  /// Refuses what must not be done where ``needsNewerVersion()``.
  func requireUnderstanding() throws {
    if try needsNewerVersion() { throw DeviceFailure.membership(.newerVersion) }
  }

  /// Gives members the keys that they lack (AW-SEAL-48); returns whether any were given.
  func giveOwedKeys(environment: Environment) throws -> Bool {
    guard try owedKeyCount() > 0, try !needsNewerVersion() else { return false }
    let (roster, identity) = try membership()
    let owed = roster.member(identity.device) == nil ? [] : try keyring().owed(in: roster)
    let wraps = owed.prefix(Self.portion).compactMap { owed in
      (try? owed.key.wrapped(for: owed.member, journal: identity.journal)).map(
        ControlRecord.wrappedKey)
    }
    // One to whom no key can be wrapped could open nothing.
    try set(wraps.isEmpty ? 0 : owed.count - min(owed.count, Self.portion), for: .owedKeys)
    guard !wraps.isEmpty else { return false }
    _ = try Author(environment: environment, transaction: self).record(Array(wraps))
    return true
  }

  private func set(_ count: Int, for property: Property) throws {
    var builder = ByteBuilder()
    builder.append(varint: UInt64(count))
    try setProperty(property, to: count == 0 ? nil : builder.bytes)
  }
}
