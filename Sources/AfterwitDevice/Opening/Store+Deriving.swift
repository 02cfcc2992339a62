internal import AfterwitStore

extension Store {
  /// Upgrades a store of an earlier version, and derives everything anew.
  func upgradeIfNeeded() throws {
    guard try needsUpgrade() else { return }
    try upgrade { transaction in
      // If its founding was cut short, a home has no identity and no envelopes.
      guard let identity = try Identity(transaction) else { return }
      try transaction.deriveAnew(identity)
    }
  }
}
