internal import AfterwitStore

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
