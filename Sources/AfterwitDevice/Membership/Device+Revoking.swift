internal import AfterwitCausality
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

// A machine is lost or stolen. What came from it until now is good as far as anybody knows, or until
// the moment that its person names; nothing that comes later is. One envelope shuts it out, begins an epoch, and gives the key to everyone
// else, so that nothing that is written from then on can be opened there.

extension Device {
  /// What it would come to if a device were shut out.
  ///
  /// - Parameters:
  ///   - typed: its name, or the beginning of its id.
  ///   - moment: up to when what it wrote stays, as a person says it, by its own clock; `nil` for all
  ///     that is held here.
  /// - Throws: ``DeviceFailure/membership(_:)`` if it cannot be shut out from here;
  ///   ``DeviceFailure/history(_:)`` if the moment is none.
  public func revocation(
    of typed: String, upTo moment: String? = nil
  ) throws(DeviceFailure) -> RevocationPlan {
    let end = try moment.map { (typed) throws(DeviceFailure) in
      do throws(DateMisfit) {
        return try environment.end(of: typed)
      } catch {
        throw .history(.noMoment(typed, error))
      }
    }
    return try reading { transaction in
      try transaction.revocationPlan(of: typed, before: end)
    }
  }

  /// Shuts a device out, and begins an epoch whose key it does not get.
  ///
  /// - Throws: as ``revocation(of:)``, if that has changed meanwhile.
  public func revoke(_ plan: RevocationPlan) throws(DeviceFailure) {
    try writing { transaction in
      guard
        try transaction.revocationPlan(
          of: plan.device.description, before: plan.endMilliseconds) == plan
      else {
        throw DeviceFailure.membership(.incomplete(waiting: 0))
      }
      let author = try Author(environment: environment, transaction: transaction)
      let (roster, identity) = try transaction.membership()
      let cut = try RevocationCut(
        of: plan.device, before: plan.endMilliseconds, in: roster, transaction)
      let record = ControlRecord.revocation(cut.revocation)
      let after = roster.trying([record], by: identity.device)
      try author.begin(for: after.members, in: roster, after: [record])
      try transaction.takeOutWhatMustGo(identity)
    }
  }
}
