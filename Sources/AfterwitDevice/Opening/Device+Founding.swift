internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

extension Device {
  /// Makes a journal, and this device as its first, in an unused home.
  ///
  /// - Parameters:
  ///   - name: what the person calls this machine.
  ///   - keepRecovery: gets the text of the recovery secret, which is shown once and stored
  ///     nowhere; if it throws, no journal is made.
  public static func initialize(
    _ home: Home, name: String, environment: Environment,
    keepRecovery: (String) throws(DeviceFailure) -> Void
  ) throws(DeviceFailure) -> Device {
    try initialize(
      FreeHome(home), name: name, environment: environment, keepRecovery: keepRecovery)
  }

  /// Makes a journal, and this device as its first, in a home that was found free.
  ///
  /// - Parameters:
  ///   - name: what the person calls this machine.
  ///   - keepRecovery: as in ``initialize(_:name:environment:keepRecovery:)``.
  public static func initialize(
    _ free: FreeHome, name: String, environment: Environment,
    keepRecovery: (String) throws(DeviceFailure) -> Void
  ) throws(DeviceFailure) -> Device {
    let home = free.home
    try DeviceName.requireFitting(name)
    return try DeviceFailure.naming {
      var random = environment.random
      let recovery = RecoverySecret(using: &random)
      let keys = DeviceKeys(using: &random)
      let epoch = EpochKey(number: 1, using: &random)
      let genesis = try Genesis.envelope(keys: keys, recovery: recovery, epoch: epoch)
      let identity = Identity(journal: recovery.journal, genesis: genesis.id, keys: keys)
      let store = try Store.create(inFolder: home.path)
      home.sweepRestoring()
      try store.upgradeIfNeeded()
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
}
