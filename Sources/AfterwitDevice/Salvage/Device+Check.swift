internal import AfterwitStore

extension Device {
  /// Checks the file of a home, without opening it as a journal and without writing to it.
  public static func check(
    _ home: Home, environment: Environment
  ) throws(DeviceFailure) -> StoreCheck {
    try DeviceFailure.naming {
      let copy = try home.atRest { try home.copied(environment) }
      defer { copy.remove() }
      var check = try ground(of: home, copy: copy)
      guard check.isGroundSound else { return check }
      do {
        check.isViewSound = try isViewSound(inCopy: copy)
      } catch  where StoreFailure(naming: error) == .full {
        // Deriving anew takes more room than looking. What was found without it is reported.
      }
      return check
    }
  }

  /// What the rows hold; only where something is missing there, the bytes of the files are searched.
  private static func ground(of home: Home, copy: Home) throws -> StoreCheck {
    let rows = Remains(
      try Wreck(inFolder: home.path, readsCopies: false, searches: false, scratch: copy.path))
    if rows.areRowsWhole, rows.identity != nil, rows.roster != nil { return rows.check }
    return Remains(
      try Wreck(inFolder: home.path, readsCopies: false, scratch: copy.path)
    ).check
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
      // Their signatures were checked a moment ago, and nobody else has this copy.
      try transaction.deriveAnew(transaction.identity(), areVerified: true)
      return try transaction.derivedHashes() == found
    }
  }
}
