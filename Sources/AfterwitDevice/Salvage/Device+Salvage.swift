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
extension Device {
  /// Looks at the file of a home, without opening it as a journal and without writing to it.
  public static func check(
    _ home: Home, environment: Environment
  ) throws(DeviceFailure) -> StoreCheck {
    try DeviceFailure.naming {
      try remains(of: home, for: home, readsCopies: false, environment).check
    }
  }

  /// Makes a new file of what is intact in the damaged one, or brings more into a sound one.
  ///
  /// - Parameter other: another home of the same journal, to take its intact envelopes from.
  /// - Throws: ``DeviceFailure`` of the code `authentication` where the device's keys are gone.
  public static func salvage(
    _ home: Home, from other: Home?, environment: Environment
  ) throws(DeviceFailure) -> SalvageReport {
    try DeviceFailure.naming {
      let remains = try remains(of: other ?? home, for: home, readsCopies: true, environment)
      if other != nil || (remains.problems.isEmpty && remains.damagedRows == 0) {
        return try Device(opening: home, environment: environment)
          .take(remains, keepingWordsIn: other == nil ? nil : home)
      }
      guard let identity = remains.identity else {
        throw DeviceFailure.keysGone(home, intact: remains.envelopes.count)
      }
      return try replace(home, by: remains, identity, environment)
    }
  }

  private static func remains(
    of home: Home, for own: Home, readsCopies: Bool, _ environment: Environment
  ) throws -> Remains {
    guard home.isUsed else {
      throw DeviceFailure(
        .usage, "There is no journal in \(home.path).", safe: "Nothing was changed.",
        next: "Name another folder.")
    }
    let scratch = own.path + "/" + environment.draftName("reading")
    return try Store.withLock(inFolder: home.path) {
      Remains(try Wreck(inFolder: home.path, readsCopies: readsCopies, scratch: scratch))
    }
  }

  /// Admits what a sound file lacks; the words of what cannot be admitted yet go to a draft.
  private func take(_ remains: Remains, keepingWordsIn folder: Home?) throws -> SalvageReport {
    let (taken, left, hasRelay) = try store.write { transaction in
      var admitter = try Admitter(
        transaction, identity: transaction.identity(), now: environment.nowMilliseconds())
      let admission = try admitter.admit(remains.envelopes.map(\.bytes))
      let left = try remains.envelopes.filter { try transaction.standing(of: $0.id) == nil }
      return (admission.new, left, try transaction.relayAddress() != nil)
    }
    let words = try folder.flatMap { try $0.keep(remains.words(of: left), environment) }
    return SalvageReport(
      taken: taken, left: left.count, words: words, aside: nil,
      hasRelay: hasRelay)
  }

  private static func replace(
    _ home: Home, by remains: Remains, _ identity: Identity, _ environment: Environment
  ) throws -> SalvageReport {
    let place = Home(path: home.path + "/" + environment.draftName("new"))
    defer { place.remove() }
    let report = try fill(place, for: home, with: remains, identity, environment)
    return try Store.withLock(inFolder: home.path) {
      let aside = try Store.replaceDatabase(inFolder: home.path, by: place.path)
      return SalvageReport(
        taken: report.taken, left: report.left, words: report.words, aside: aside,
        hasRelay: report.hasRelay)
    }
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
      try transaction.setProperty(.relayAddress, to: remains.relayAddress)
      try transaction.setProperty(.deviceName, to: remains.deviceName)
    }
    let report = try Device(home: place, store: store, identity: identity, environment: environment)
      .take(remains, keepingWordsIn: home)
    // Where nothing is lost, the end of the log is this home's own, and it may go on from there.
    // Otherwise its own last envelopes may be what is lost, and it goes on as a new device.
    if remains.check.lost == 0 {
      try store.write { transaction in try transaction.adoptOwnTip(replacing: true) }
    }
    return report
  }
}

extension Home {
  /// Writes words that belong nowhere any more to a draft; gives its path unless there are none.
  fileprivate func keep(_ words: String, _ environment: Environment) throws -> String? {
    guard !words.isEmpty else { return nil }
    try DraftFile.makeFolder(drafts)
    let path = "\(drafts)/\(environment.draftName("salvaged"))\(DraftFile.ending)"
    try DraftFile.write(Array(words.utf8), to: path)
    return path
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
