internal import AfterwitStore

extension Device {
  /// Opens the device of a home.
  /// - Throws: ``DeviceFailure`` of the code `usage` if the home holds no journal yet.
  public init(opening home: Home, environment: Environment) throws(DeviceFailure) {
    guard try home.isUsed() else { throw .home(.notBegun(path: home.path)) }
    let (store, founding, isJoining, isRestored) = try DeviceFailure.naming {
      let store = try Store(inFolder: home.path)
      try store.upgradeIfNeeded()
      let (founding, join, restored) = try store.read { transaction in
        (
          try Identity.founding(transaction), try transaction.property(.pendingJoin),
          try transaction.restored()
        )
      }
      return (store, founding, join != nil, restored != nil)
    }
    if isRestored { home.finishRestoring() }
    guard !isJoining || isRestored else { throw .home(.joining(path: home.path)) }
    guard let founding else { throw .home(.notBegun(path: home.path)) }
    self.home = home
    self.store = store
    self.environment = environment
    (journal, genesis) = founding
  }

  /// Derives everything anew from the envelopes that are held.
  public func rebuild() throws(DeviceFailure) {
    try writing { transaction in
      try transaction.deriveAnew(transaction.identity())
    }
  }
}
