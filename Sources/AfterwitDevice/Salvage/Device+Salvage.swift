internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

// A damaged file is never repaired in place. What is intact in it is admitted into a new file, as
// if it had come from a relay; the new file replaces the damaged one, which is kept under another
// name. What the new file lacks comes from the relay. An envelope whose predecessor is lost cannot
// be admitted before that has come; salvaging again after a sync brings it in.
//
// What was known of the relay's order is dropped: the next session compares everything.
//
// No other process writes from the first look at the damaged file until the new one is in its
// place, so that nothing is saved into a file that is about to be replaced.
extension Device {
  /// Makes a new file from what is intact in the damaged one, or adds to a sound one.
  ///
  /// What is shown is derived anew from the envelopes in either case.
  /// - Parameter other: another home of the same journal, whose intact envelopes are taken.
  /// - Throws: ``DeviceFailure`` of the code `authentication` if the device's keys are gone.
  public static func salvage(
    _ home: Home, from other: Home?, environment: Environment
  ) throws(DeviceFailure) -> SalvageReport {
    try DeviceFailure.naming {
      if let other {
        let remains = try other.atRest { try Self.remains(of: other, for: home, environment) }
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

  /// The genuine part of a home, earlier copies of its file included; the caller holds its lock.
  private static func remains(
    of home: Home, for own: Home, _ environment: Environment
  ) throws -> Remains {
    let copy = own.scratch(environment)
    defer { copy.remove() }
    try Wreck.copyStore(inFolder: home.path, to: copy.path)
    return Remains(try Wreck(inFolder: home.path, readsCopies: true, scratch: copy.path))
  }

  /// Admits what the file lacks; the words of changes that cannot be admitted yet go to a draft.
  ///
  /// - Parameter isReplacement: whether the file is new and will replace the damaged one.
  private func take(
    _ remains: Remains, keepingWordsIn folder: Home?, isReplacement: Bool = false
  ) throws -> SalvageReport {
    let (admission, wasCopied, left, hasRelay) = try store.write { transaction in
      let identity = try transaction.identity()
      var admitter = try Admitter(transaction, identity: identity)
      let admission = try admitter.admit(
        IncomingEnvelope.unchecked(remains.envelopes.lazy.map(\.bytes)))
      if isReplacement { try transaction.adoptOwnTip(of: remains) }
      // A new file may lack the device's own last envelopes; nothing is written before they have
      // come.
      if try !isReplacement || transaction.isSoleWriter(identity.device) {
        try Author.takeOut(admitter.twins, environment: environment, transaction: transaction)
      }
      let left = try remains.envelopes.filter { try transaction.standing(of: $0.id) == nil }
      // Forks in a home's own remains were reported when they came, or are of its own making.
      let forks = folder == nil || isReplacement ? [] : admission.forkedDevices
      // The next sync tells those of other devices.
      try transaction.add(forks.subtracting([identity.device]), to: .untoldForks)
      return (
        admission, forks.contains(identity.device), left, try transaction.relayAddress() != nil
      )
    }
    let words = try folder.flatMap { try $0.keep(remains.words(of: left), environment) }
    return SalvageReport(
      taken: admission.new, left: left.count, words: words, aside: nil,
      isDerivedAnew: folder == nil,
      wasCopied: wasCopied, hasRelay: hasRelay)
  }

  private static func replace(
    _ home: Home, by remains: Remains, _ environment: Environment
  ) throws -> SalvageReport {
    guard let identity = remains.identity else {
      throw DeviceFailure.home(
        .keysGone(
          database: home.database, home: home.path, intactEnvelopes: remains.envelopes.count))
    }
    let place = Home(path: home.path + "/" + environment.draftName("new"))
    defer { place.remove() }
    let report = try fill(place, for: home, with: remains, identity, environment)
    let aside = try Store.replaceDatabase(inFolder: home.path, by: place.path)
    return SalvageReport(
      taken: report.taken, left: report.left, words: report.words, aside: aside,
      isDerivedAnew: false, wasCopied: false, hasRelay: report.hasRelay)
  }

  /// Makes a store from what is intact; on return it is closed and has no write-ahead log.
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
