internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
public import AfterwitSync
internal import AfterwitWire
internal import Glibc

// A promise that was never tried is a hope. A drill tries what a bad day needs: that the relay gives
// everything back, that the paper opens it, that a backup restores, that a relay that lost all is healed.
// All of it happens in stores of its own, in a folder that is thrown away. Nothing is written into the
// journal, and no envelope is signed: what this machine's keys are used for is to log in at a relay.

/// A rehearsal of the bad days.
///
/// It leaves nothing behind once ``end(hasHeld:)`` was called; what a killed one left goes with the next.
public struct Drill: Sendable {
  private static let folderName = "drill"

  let device: Device
  private let folder: String
  private let clock = ContinuousClock()

  /// Begins a drill in a private folder below the device's home.
  /// - Throws: ``DeviceFailure`` if the folder cannot be made, or this home is no device yet.
  public init(_ device: Device) throws(DeviceFailure) {
    try device.reading { transaction in try transaction.requireDevice() }
    self.device = device
    folder = device.home.path + "/" + Self.folderName
    Home(path: folder).remove()
    guard mkdir(folder, 0o700) == 0 else {
      let reason = String(cString: strerror(errno))
      throw .storage(.notReadable("\(folder): \(reason)"))
    }
  }

  /// Where a rehearsal may keep files of its own until the drill ends.
  public func folder(named name: String) -> String { folder + "/" + name }

  /// Takes away everything that the drill has made, and keeps that it was held.
  ///
  /// - Parameter hasHeld: whether everything that was rehearsed held.
  public func end(hasHeld: Bool) throws(DeviceFailure) {
    Home(path: folder).remove()
    guard hasHeld else { return }
    let now = device.environment.nowMilliseconds()
    try device.writing { transaction in try transaction.setMoment(now, of: .drilled) }
  }

  /// Rehearses that a relay gives everything back: an empty store takes it all in.
  ///
  /// - Parameter name: what the store's folder is called; each rehearsal has one of its own.
  public func takeAll(
    from relay: any Relay, into name: String
  ) async throws(DeviceFailure) -> DrilledRelay {
    try await DeviceFailure.naming {
      let identity = try device.store.read { try $0.identity() }
      let copy = try emptyDevice(identity, in: name)
      defer { copy.close() }
      let keyring = try device.store.read { try $0.property(.keyring) }
      try copy.store.write { try $0.setProperty(.keyring, to: keyring) }
      try await exchange(DeviceReplica(copy), with: relay)
      return DrilledRelay(
        result: try compared(copy),
        isCopied: try isCopied(identity.device, as: copy),
        isCopyFound: try isCopyFound(identity.device, in: copy))
    }
  }

  /// Rehearses that the paper alone brings the journal back from a relay.
  ///
  /// - Parameter typed: the recovery secret as it was written down.
  public func recover(
    by typed: String, from relay: any Relay
  ) async throws(DeviceFailure) -> DrillResult {
    try await DeviceFailure.naming {
      let secret = try RecoverySecret(typed: typed)
      guard secret.journal == device.journal else {
        throw DeviceFailure.membership(.otherPaper)
      }
      let genesis = try await RecoveryAnchor.genesis(of: secret, at: relay)
      var random = device.environment.random
      let identity = Identity(
        journal: secret.journal, genesis: genesis.id, keys: DeviceKeys(using: &random))
      let copy = try emptyDevice(identity, in: "paper")
      defer { copy.close() }
      try await copy.takeIn(secret, from: relay, clock: clock)
      return try compared(copy)
    }
  }

  /// Rehearses that a backup restores.
  public func restore(
    _ backup: OpenedBackup, openedBy secret: BackupSecret
  ) throws(DeviceFailure) -> DrillResult {
    let home = Home(path: folder(named: "backup"))
    _ = try Device.restore(
      backup, openedBy: secret, in: FreeHome(home), environment: device.environment)
    return try DeviceFailure.naming {
      let copy = try Device(opening: home, environment: device.environment)
      defer { copy.close() }
      guard copy.journal == device.journal else { throw DeviceFailure.backup(.otherJournal) }
      return try compared(copy)
    }
  }

  /// Brings everything to an empty relay, as after the loss of the own one.
  ///
  /// - Parameter code: what the relay's operator gives for a journal.
  public func bringAll(to relay: any Relay, code: String) async throws(DeviceFailure) {
    try await DeviceFailure.naming {
      let replica = DrillReplica(replica: try DeviceReplica(device), code: code)
      try await exchange(replica, with: relay)
    }
  }

  private func exchange(_ replica: some Replica, with relay: any Relay) async throws {
    var random = device.environment.random
    let report = try await synchronize(
      replica, with: relay, budget: Device.firstSyncTimeout, clock: clock, random: &random)
    if let fact = RelayFact(
      report, address: relay.address, holdsJournal: true, name: { $0.shortText })
    {
      throw DeviceFailure.relay(fact)
    }
  }

  /// A device of the journal whose store is empty.
  private func emptyDevice(_ identity: Identity, in name: String) throws -> Device {
    let home = Home(path: folder(named: name))
    let store = try Store.create(inFolder: home.path)
    try store.upgradeIfNeeded()
    try store.write { try identity.save($0, in: home) }
    return Device(
      home: home, store: store, identity: identity, environment: device.environment)
  }
}
