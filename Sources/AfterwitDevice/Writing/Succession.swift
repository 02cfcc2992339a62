// Two machines with one home.
//
// Problem: a home may be copied, or restored from a backup. Then two machines sign with one key:
// both write an envelope of the same number, and each mistakes what the other wrote for its own.
//
// Idea: a home remembers the last envelope that it wrote itself. While its log ends there and
// nowhere else, nobody else writes under its identity. Otherwise the home is a copy, or has one. It
// then goes on as a new device: the old keys admit the new ones in the old log, in the transaction
// that replaces the keys. Which of two copies is the original does not matter: each does so as soon
// as it learns of the other.
//
// Invariant: once a home knows that another writes under its identity, it writes only one more
// envelope under it, the one that ends it. That envelope follows the home's own branch, so it
// begins no new one. If the home has no branch of its own, because the other only went on from its
// end, the envelope follows the other's.
//
// A journal that is full admits nobody. Then the home only reads, pulls and pushes: if it wrote,
// each copy restored from a backup would begin one more branch of the old log, and a relay takes
// only a few.
//
// Protocol/5-sealing, "A home that exists twice": AW-SEAL-22, AW-SEAL-23, AW-SEAL-24.
//
// Cost: each transaction that writes looks at the tips of one log.

internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

/// Gives a home a new identity if another machine writes under its present one.
struct Succession {
  let environment: Environment
  let transaction: Transaction

  /// Whether a new identity is needed.
  private func isNeeded(by old: Identity) throws -> Bool {
    try !transaction.isSoleWriter(old.device)
      && transaction.roster(genesis: old.genesis)?.member(old.device) != nil
  }

  /// Whether a new identity is needed, and the journal has no room for one.
  func isBarred() throws -> Bool {
    let old = try transaction.identity()
    guard try isNeeded(by: old), let roster = try transaction.roster(genesis: old.genesis) else {
      return false
    }
    return !roster.hasRoom
  }

  /// Replaces the identity if that is needed, and names the new device; returns the present
  /// identity.
  /// - Throws: ``DeviceFailure`` of the code `quota` if the journal has no room for a new device.
  func performIfNeeded() throws -> Identity {
    let old = try transaction.identity()
    return try isNeeded(by: old) ? perform() : old
  }

  /// Replaces the identity, and names the new device.
  /// - Throws: as ``performIfNeeded()``.
  func perform() throws -> Identity {
    let old = try transaction.identity()
    guard try transaction.roster(genesis: old.genesis)?.hasRoom != false else {
      throw DeviceFailure.writing(.noRoomForSuccessor)
    }
    let new = try successor(of: old)
    let records = try AdmissionRecords.records(
      member: new.keys.member, epochs: try transaction.keysForNewcomers(genesis: old.genesis),
      journal: old.journal)
    _ = try transaction.record(records, as: old)
    try transaction.setProperty(.deviceKeys, to: new.keys.bytes)
    try transaction.setProperty(.ownTip, to: EnvelopeID.zero.bytes)
    // The session was the old identity's.
    try transaction.setProperty(.relayToken, to: nil)
    try transaction.add([old.device], to: .formerDevices)
    try transaction.add([old.device], to: .untoldFormerDevices)
    try rename(old.device)
    return new
  }

  /// The same journal under new keys.
  ///
  /// They also depend on what is held, so that two copies that draw the same random bytes get
  /// different keys.
  private func successor(of old: Identity) throws -> Identity {
    let state = try transaction.held() + (transaction.property(.ownTip) ?? [])
    let keys = DeviceKeys(
      succeeding: old.keys, randomness: environment.randomBytes(DeviceKeys.byteCount),
      after: state)
    return Identity(journal: old.journal, genesis: old.genesis, keys: keys)
  }

  /// Names the new device after the old one, or keeps the name aside while there is no key.
  private func rename(_ old: DeviceID) throws {
    let names = try transaction.deviceNames()
    guard let name = names[old] else { return }
    let next = DeviceName.next(after: name, besides: Set(names.values))
    if try transaction.keyring().keys.isEmpty {
      try transaction.setProperty(.deviceName, to: Array(next.utf8))
    } else {
      try Author(environment: environment, transaction: transaction).record(name: next)
    }
  }
}
