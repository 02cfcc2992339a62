internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

// A damaged file is never repaired in place. What is intact in it is admitted into a new file, as
// if it had come from a relay; the new file takes the place of the damaged one, which is kept under
// another name. What the new file lacks comes from the relay. An envelope whose predecessor is lost
// cannot be admitted before that one has come; salvaging once more, after a sync, brings it in.
//
// Nothing of what was known of the relay's order goes along: the next session compares everything.
//
// From the first look at the damaged file until the new one stands in its place no other process
// writes, so that nothing is saved into a file that is on its way out.
extension Device {
  /// Looks at the file of a home, without opening it as a journal and without writing to it.
  public static func check(
    _ home: Home, environment: Environment
  ) throws(DeviceFailure) -> StoreCheck {
    try DeviceFailure.naming {
      let copy = home.scratch(environment)
      defer { copy.remove() }
      try home.locked { try Wreck.copyStore(inFolder: home.path, to: copy.path) }
      let wreck = try Wreck(inFolder: home.path, readsCopies: false, scratch: copy.path)
      var check = Remains(wreck).check
      guard check.isGroundSound else { return check }
      do {
        check.isViewSound = try isViewSound(inCopy: copy, environment)
      } catch  where StoreFailure(naming: error) == .full {
        // Deriving anew takes more room than looking; what was found without it is told.
      }
      return check
    }
  }

  /// Whether what a copy of a sound file has derived is what its envelopes give; the copy is spent.
  private static func isViewSound(inCopy copy: Home, _ environment: Environment) throws -> Bool {
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
      try transaction.deriveAnew(transaction.identity(), environment)
      return try transaction.derivedHashes() == found
    }
  }

  /// Makes a new file of what is intact in the damaged one, or brings more into a sound one.
  ///
  /// What is shown is derived anew from the envelopes in either case.
  /// - Parameter other: another home of the same journal, to take its intact envelopes from.
  /// - Throws: ``DeviceFailure`` of the code `authentication` where the device's keys are gone.
  public static func salvage(
    _ home: Home, from other: Home?, environment: Environment
  ) throws(DeviceFailure) -> SalvageReport {
    try DeviceFailure.naming {
      if let other {
        let remains = try other.locked { try Self.remains(of: other, for: home, environment) }
        return try Device(opening: home, environment: environment)
          .take(remains, keepingWordsIn: home)
      }
      let (remains, report) = try home.locked { () -> (Remains, SalvageReport?) in
        let remains = try Self.remains(of: home, for: home, environment)
        guard !remains.areRowsWhole else { return (remains, nil) }
        return (remains, try replace(home, by: remains, environment))
      }
      if let report { return report }
      let device = try Device(opening: home, environment: environment)
      try device.rebuild()
      return try device.take(remains, keepingWordsIn: nil)
    }
  }

  /// What of a home is genuine, earlier copies of its file included; the caller holds its lock.
  private static func remains(
    of home: Home, for own: Home, _ environment: Environment
  ) throws -> Remains {
    let copy = own.scratch(environment)
    defer { copy.remove() }
    try Wreck.copyStore(inFolder: home.path, to: copy.path)
    return Remains(try Wreck(inFolder: home.path, readsCopies: true, scratch: copy.path))
  }

  /// Admits what the file lacks; the words of what cannot be admitted yet go to a draft.
  ///
  /// - Parameter isReplacement: whether the file is new, and takes the place of the one that remains.
  private func take(
    _ remains: Remains, keepingWordsIn folder: Home?, isReplacement: Bool = false
  ) throws -> SalvageReport {
    let (admission, left, hasRelay) = try store.write { transaction in
      let identity = try transaction.identity()
      var admitter = try Admitter(
        transaction, identity: identity, now: environment.nowMilliseconds())
      let admission = try admitter.admit(
        IncomingEnvelope.unchecked(remains.envelopes.lazy.map(\.bytes)))
      if isReplacement { try transaction.adoptOwnTip(of: remains) }
      // A new file that may lack its own last envelopes is not written to before they have come.
      if try !isReplacement || transaction.isSoleWriter(identity.device) {
        try Author.takeOut(admitter.twins, environment: environment, transaction: transaction)
      }
      let left = try remains.envelopes.filter { try transaction.standing(of: $0.id) == nil }
      return (admission, left, try transaction.relayAddress() != nil)
    }
    let words = try folder.flatMap { try $0.keep(remains.words(of: left), environment) }
    return SalvageReport(
      taken: admission.new, left: left.count, words: words, aside: nil,
      isDerivedAnew: folder == nil,
      // What is forked in a home's own remains was learnt when it came there, or is all its own.
      forkedDevices: folder == nil || isReplacement ? [] : admission.forkedDevices,
      hasRelay: hasRelay)
  }

  private static func replace(
    _ home: Home, by remains: Remains, _ environment: Environment
  ) throws -> SalvageReport {
    guard let identity = remains.identity else {
      throw DeviceFailure.keysGone(home, intact: remains.envelopes.count)
    }
    let place = Home(path: home.path + "/" + environment.draftName("new"))
    defer { place.remove() }
    let report = try fill(place, for: home, with: remains, identity, environment)
    let aside = try Store.replaceDatabase(inFolder: home.path, by: place.path)
    return SalvageReport(
      taken: report.taken, left: report.left, words: report.words, aside: aside,
      isDerivedAnew: false, forkedDevices: [], hasRelay: report.hasRelay)
  }

  /// Makes a store of what is intact; it is closed when this returns, and has no log any more.
  private static func fill(
    _ place: Home, for home: Home, with remains: Remains, _ identity: Identity,
    _ environment: Environment
  ) throws -> SalvageReport {
    let store = try Store.create(inFolder: place.path)
    try store.write { transaction in
      try identity.save(transaction, in: place)
      try transaction.setProperty(.keyring, to: remains.keyring.bytes)
      for (property, value) in remains.properties {
        try transaction.setProperty(property, to: value)
      }
    }
    return try Device(home: place, store: store, identity: identity, environment: environment)
      .take(remains, keepingWordsIn: home, isReplacement: true)
  }
}

extension Transaction {
  /// Remembers which envelope this home wrote last, in a store made of what remained of another.
  ///
  /// Where that may be one that is lost, the home goes on as a new device.
  fileprivate func adoptOwnTip(of remains: Remains) throws {
    let device = try identity().device
    if let own = remains.ownTip, try tips(of: device).contains(where: { $0.id == own }) {
      try setProperty(.ownTip, to: own.bytes)
    } else if remains.check.lost == 0 {
      try adoptOwnTip(replacing: true)
    }
  }
}

extension Home {
  /// Runs a body while no other process writes to the store of this home.
  /// - Throws: ``DeviceFailure`` of the code `usage` where there is no journal; what the body throws.
  fileprivate func locked<Value>(_ body: () throws -> Value) throws -> Value {
    guard isUsed else {
      throw DeviceFailure(
        .usage, "There is no journal in \(path).", safe: "Nothing was changed.",
        next: "Name another folder.")
    }
    return try Store.withLock(inFolder: path, body)
  }

  /// A folder of this home for a copy of a file; it does not exist yet.
  fileprivate func scratch(_ environment: Environment) -> Home {
    Home(path: path + "/" + environment.draftName("reading"))
  }
}

extension Home {
  /// Writes words that belong nowhere any more to a draft; gives its path unless there are none.
  fileprivate func keep(_ words: String, _ environment: Environment) throws -> String? {
    guard !words.isEmpty else { return nil }
    return try DraftFile.write(words, in: drafts, name: environment.draftName("salvaged"))
  }
}

extension DeviceFailure {
  fileprivate static func keysGone(_ home: Home, intact: Int) -> DeviceFailure {
    DeviceFailure(
      .authentication, "The device's keys are gone from \(home.database).",
      safe: "The file was left as it is; \(intact) envelopes in it are intact.",
      next: "Join anew with --home NEW (on another machine: afterwit device invite), then type: "
        + "afterwit --home NEW store salvage --from \(home.path)")
  }
}
