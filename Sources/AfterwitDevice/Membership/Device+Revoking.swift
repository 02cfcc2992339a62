internal import AfterwitCausality
internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

// A machine is lost or stolen. What came from it until now is good as far as anybody knows; nothing
// that comes later is. One envelope shuts it out, begins an epoch, and gives the key to everyone
// else, so that nothing that is written from then on can be opened there.

extension Device {
  /// What it would come to if a device were shut out.
  ///
  /// - Parameter typed: its name, or the beginning of its id.
  /// - Throws: ``DeviceFailure/membership(_:)`` if it cannot be shut out from here.
  public func revocation(of typed: String) throws(DeviceFailure) -> RevocationPlan {
    try reading { transaction in try transaction.revocationPlan(of: typed) }
  }

  /// Shuts a device out, and begins an epoch whose key it does not get.
  ///
  /// - Throws: as ``revocation(of:)``, if that has changed meanwhile.
  public func revoke(_ plan: RevocationPlan) throws(DeviceFailure) {
    try writing { transaction in
      guard try transaction.revocationPlan(of: plan.device.description) == plan else {
        throw DeviceFailure.membership(.incomplete(waiting: 0))
      }
      let author = try Author(environment: environment, transaction: transaction)
      let (roster, identity) = try transaction.membership()
      let record = ControlRecord.revocation(
        try transaction.revocation(of: plan.device, in: roster))
      let after = roster.trying([record], by: identity.device)
      try author.begin(for: after.members, in: roster, after: [record])
      try transaction.takeOutWhatMustGo(identity)
    }
  }
}
