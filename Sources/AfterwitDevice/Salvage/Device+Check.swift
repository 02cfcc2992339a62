internal import AfterwitStore

extension Device {
  /// Checks the file of a home, without opening it as a journal and without writing to it.
  public static func check(
    _ home: Home, environment: Environment
  ) throws(DeviceFailure) -> StoreCheck {
    try DeviceFailure.naming {
      let copy = try home.atRest { try home.copied(environment) }
      defer { copy.remove() }
      let wreck = try Wreck(inFolder: home.path, readsCopies: false, scratch: copy.path)
      var check = Remains(wreck).check
      guard check.isGroundSound else { return check }
      do {
        check.isViewSound = try isViewSound(inCopy: copy)
      } catch  where StoreFailure(naming: error) == .full {
        // Deriving anew takes more room than looking. What was found without it is reported.
      }
      return check
    }
  }

  /// Whether the derived tables of a sound file are those that its envelopes give; uses up the
  /// copy.
  private static func isViewSound(inCopy copy: Home) throws -> Bool {
    let store: Store
    do {
      store = try Store(inFolder: copy.path)
    } catch StoreFailure.newerSchema {
      return true
    }
    // A file of another version is derived anew when it is opened.
    guard try !store.needsUpgrade() else { return true }
    let found = try? store.write { transaction in try transaction.derivedHashes() }
    return try store.write { transaction in
      try transaction.deriveAnew(transaction.identity())
      return try transaction.derivedHashes() == found
    }
  }
}
