internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

/// One installation of the journal: everything a person can do, on this machine's own copy.
///
/// It puts the floors below together and adds clock and randomness. No method but those that take
/// a relay touches the network. Several processes may use one home at once.
public struct Device: Sendable {
  let home: Home
  let store: Store
  /// The journal; who this device is, a transaction reads.
  let journal: JournalID
  /// The id of the genesis envelope.
  let genesis: EnvelopeID
  let environment: Environment

  /// Opens the device of a home.
  /// - Throws: ``DeviceFailure``, of the code `usage` where the home holds no journal yet.
  public init(opening home: Home, environment: Environment) throws(DeviceFailure) {
    guard home.isUsed else { throw .notBegun(home) }
    let (store, founding) = try DeviceFailure.naming {
      let store = try Store(inFolder: home.path)
      try store.upgradeIfNeeded(environment)
      return (store, try store.read { transaction in try Identity.founding(transaction) })
    }
    guard let founding else { throw .notBegun(home) }
    self.home = home
    self.store = store
    self.environment = environment
    (journal, genesis) = founding
  }

  init(home: Home, store: Store, identity: Identity, environment: Environment) {
    self.home = home
    self.store = store
    journal = identity.journal
    genesis = identity.genesis
    self.environment = environment
  }

  /// Makes a journal, and this device as its first, in an unused home.
  ///
  /// - Parameters:
  ///   - name: what the person calls this machine.
  ///   - keepRecovery: gets the text of the recovery secret, which is shown once and stored nowhere;
  ///     where it throws, nothing has been made.
  public static func initialize(
    _ home: Home, name: String, environment: Environment,
    keepRecovery: (String) throws -> Void
  ) throws(DeviceFailure) -> Device {
    try home.requireUnused()
    try requireFitting(name: name)
    return try DeviceFailure.naming {
      var random = environment.random
      let recovery = RecoverySecret(using: &random)
      let keys = DeviceKeys(using: &random)
      let epoch = EpochKey(number: 1, using: &random)
      guard let journal = JournalID(environment.randomBytes(JournalID.byteCount)) else {
        preconditionFailure("a journal id has a fixed length")
      }
      let genesis = try Genesis.envelope(
        journal: journal, keys: keys, recovery: recovery.member, epoch: epoch)
      let identity = Identity(journal: journal, genesis: genesis.id, keys: keys)
      let store = try Store.create(inFolder: home.path)
      try store.upgradeIfNeeded(environment)
      let device = Device(home: home, store: store, identity: identity, environment: environment)
      try keepRecovery(recovery.text)
      var keyring = Keyring()
      keyring.insert(epoch)
      try store.write { transaction in
        try identity.save(transaction, in: home)
        try transaction.setProperty(.keyring, to: keyring.bytes)
        try transaction.insertOwn(genesis)
        try Author(environment: environment, transaction: transaction).record(name: name)
      }
      return device
    }
  }

  /// Closes the file, as letting the device go does; nobody may read or write with it
  /// afterwards.
  public func close() { store.close() }

  /// Derives everything anew from the envelopes that are held.
  public func rebuild() throws(DeviceFailure) {
    try DeviceFailure.naming {
      try store.write { transaction in
        try transaction.deriveAnew(transaction.identity(), environment)
      }
    }
  }
}

extension Store {
  /// Brings a store of an earlier version up; everything that is derived is derived anew.
  func upgradeIfNeeded(_ environment: Environment) throws {
    guard try needsUpgrade() else { return }
    try upgrade { transaction in
      // A home whose founding was cut short has no identity and no envelopes.
      guard let identity = try Identity(transaction) else { return }
      try transaction.deriveAnew(identity, environment)
    }
  }
}

extension Transaction {
  /// Admits every envelope that is held once more, into empty tables.
  /// - Throws: ``DeviceFailure`` where not all of them can be read; the caller's transaction ends.
  func deriveAnew(_ identity: Identity, _ environment: Environment) throws {
    var envelopes: [[UInt8]] = []
    try forEachEnvelope { envelopes.append($0) }
    try clear()
    var admitter = try Admitter(self, identity: identity, now: environment.nowMilliseconds())
    let admission = try admitter.admit(IncomingEnvelope.unchecked(envelopes))
    // What is not admitted again would be gone: better no rebuild than a smaller journal.
    guard admission.new == envelopes.count else {
      throw DeviceFailure(
        .failed, "Of \(envelopes.count) envelopes only \(admission.new) could be read again.",
        safe: "The journal was left as it was.", next: "Type: afterwit store check")
    }
  }
}

extension DeviceFailure {
  static func used(_ home: Home) -> DeviceFailure {
    DeviceFailure(
      .usage, "There is a journal in \(home.path) already.", safe: "It was not touched.",
      next: "Use it, or name another folder with --home.")
  }

  fileprivate static func notBegun(_ home: Home) -> DeviceFailure {
    DeviceFailure(
      .usage, "There is no journal in \(home.path) yet.", safe: "Nothing was changed.",
      next: "Type: afterwit init, or on a further machine: afterwit device join")
  }
}

extension Home {
  /// Refuses a home that holds a journal already; one whose making was cut short may be used.
  func requireUnused() throws(DeviceFailure) {
    guard isUsed else { return }
    let identity = try DeviceFailure.naming {
      try Store(inFolder: path).read { transaction in try Identity(transaction) }
    }
    guard identity == nil else {
      throw .used(self)
    }
  }
}
