// Two machines with one home.
//
// Problem: a home may be copied, or go back to a backup, and then two machines sign with one key:
// both write an envelope of the same number, and each takes what the other wrote for its own.
//
// Idea: a home remembers the last envelope that it wrote itself. While that is the only end of its
// log, nobody else writes under its identity. Otherwise the home is a copy, or has one: it goes on
// as a new device, which the old keys admit in the old log, in the transaction that replaces the
// keys. Which of two copies is the original does not matter: each that learns of the other does so.
//
// Invariant: no envelope is written under an identity that another is known to write under, but
// the one that ends it. That one goes on from the home's own branch, so no branch is begun; where
// the home has none, because others only went on from its end, it goes on from theirs.
//
// A journal that has as many members as it may have admits nobody. Then the home only reads, pulls
// and pushes: each copy that is put back from a backup would begin another branch of the old log, and
// a relay takes few of them.
//
// Protocol/5-sealing, "A home that exists twice": AW-SEAL-22, AW-SEAL-23, AW-SEAL-24.
//
// Cost: a look at the tips of one log for each transaction that writes.

internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

/// Gives a home a new identity where another machine writes under the one it has.
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
    return roster.members.count >= Limits.members
  }

  /// Replaces the identity where that is needed, and names the new device; gives who it is now.
  /// - Throws: ``DeviceFailure`` of the code `quota` where the journal has no room for one.
  func performIfNeeded() throws -> Identity {
    let old = try transaction.identity()
    guard try isNeeded(by: old) else { return old }
    guard try !isBarred() else { throw DeviceFailure.writing(.noRoomForSuccessor) }
    let new = try successor(of: old)
    let records = try AdmissionRecords.records(
      member: new.keys.member, epochs: try transaction.keyring().keys, journal: old.journal)
    _ = try transaction.record(records, as: old)
    try transaction.setProperty(.deviceKeys, to: new.keys.bytes)
    try transaction.setProperty(.ownTip, to: EnvelopeID.zero.bytes)
    try transaction.add([old.device], to: .formerDevices)
    try transaction.add([old.device], to: .untoldFormerDevices)
    try rename(old.device)
    return new
  }

  /// The same journal under new keys.
  ///
  /// They depend on what is held as well: two copies that draw the same bytes get different keys.
  private func successor(of old: Identity) throws -> Identity {
    let state = try transaction.held() + (transaction.property(.ownTip) ?? [])
    let keys = DeviceKeys(
      succeeding: old.keys, randomness: environment.randomBytes(DeviceKeys.byteCount),
      after: state)
    return Identity(journal: old.journal, genesis: old.genesis, keys: keys)
  }

  /// Names the new device after the old one, or keeps the name aside while no key is here.
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
