package import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

extension Device {
  /// Every identity that this home has or had.
  package func localDevices() throws(DeviceFailure) -> Set<DeviceID> {
    try reading { transaction in try transaction.localDevices() }
  }

  /// Sets the last envelope that this home wrote, in a store of the first version, which did not
  /// know it.
  func adoptOwnTip() throws {
    guard try store.read({ try $0.property(.ownTip) }) == nil else { return }
    try store.write { transaction in try transaction.adoptOwnTip() }
  }

  /// Writes what a session has made necessary: a new identity, the name that was kept aside, keys that
  /// others lack, what settles imports that met, and what this device holds.
  ///
  /// - Parameters:
  ///   - identity: the identity that the session began with.
  ///   - hasAgreed: whether all but the identity may be written as well.
  ///   - hasPulled: whether the session brought anything, so that imports may have met.
  /// - Returns: Whether anything was written, by this process or meanwhile by another.
  func writeWhatIsDue(
    since identity: Identity, hasAgreed: Bool, hasPulled: Bool
  ) throws -> Bool {
    let isDue = try store.read { transaction in
      // One that is about to be let in has its keys, and writes when it knows that it is in.
      guard try transaction.restored() == nil else { return false }
      let now = try transaction.identity().device
      return try now != identity.device || !transaction.isSoleWriter(now)
        || transaction.property(.deviceName) != nil || transaction.owedKeyCount() > 0
        || hasPulled && transaction.reviewCount() > 0
        || hasAgreed && transaction.mayAcknowledge(at: environment.nowMilliseconds())
    }
    guard isDue else { return false }
    return try store.write { transaction in
      let succession = Succession(environment: environment, transaction: transaction)
      guard try !succession.isBarred() else { return false }
      let now = try succession.performIfNeeded()
      let hasNamed =
        try hasAgreed
        && Author.recordPendingName(environment: environment, transaction: transaction)
      let hasGiven = try hasAgreed && transaction.giveOwedKeys(environment: environment)
      let hasSettled =
        try hasAgreed && hasPulled
        && Author.settleImports(environment: environment, transaction: transaction)
      let hasSaid = try hasAgreed && transaction.acknowledge(environment: environment)
      return hasNamed || hasGiven || hasSettled || hasSaid || now.device != identity.device
    }
  }

  /// Adds to a report what no report has said yet, and remembers that it is said now.
  func telling(_ report: SyncReport) throws -> SyncReport {
    var report = report
    let isUntold = try store.read { transaction in
      report.needsNewerVersion = try transaction.needsNewerVersion()
      return try !transaction.devices(in: .untoldForks).isEmpty
        || !transaction.devices(in: .untoldFormerDevices).isEmpty
        || !transaction.devices(in: .untoldExclusions).isEmpty
    }
    guard isUntold else { return report }
    try store.write { transaction in
      report.forkedDevices.formUnion(try transaction.devices(in: .untoldForks))
      report.formerDevices.formUnion(try transaction.devices(in: .untoldFormerDevices))
      // A fork of an identity that was given up long ago is another copy's affair.
      let own = try report.formerDevices.union([transaction.identity().device])
      report.ownForks = report.forkedDevices.intersection(own)
      let untold = try transaction.devices(in: .untoldExclusions)
      if !untold.isEmpty {
        let excluded = try transaction.membership().roster.membership.excluded
        report.shutOut = excluded.filter { untold.contains($0.key) && !$0.value.by.isEmpty }
          .mapValues(\.by)
      }
      try transaction.setProperty(.untoldExclusions, to: nil)
      try transaction.setProperty(.untoldForks, to: nil)
      try transaction.setProperty(.untoldFormerDevices, to: nil)
    }
    return report
  }
}
