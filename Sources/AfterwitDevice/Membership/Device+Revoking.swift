internal import AfterwitCausality
internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

// A machine is lost or stolen. What came from it until now is good as far as anybody knows; nothing
// that comes later is. One envelope shuts it out, begins an epoch, and gives the key to everyone
// else, so that nothing that is written from then on can be opened there.

extension Device {
  /// How many entries a person is shown of the machine that goes.
  private static let shownEntries = 5

  /// What it would come to if a device were shut out.
  ///
  /// - Parameter typed: its name, or the beginning of its id.
  /// - Throws: ``DeviceFailure/membership(_:)`` if it cannot be shut out from here.
  public func revocation(of typed: String) throws(DeviceFailure) -> RevocationPlan {
    try reading { transaction in
      let (roster, identity) = try transaction.membership()
      let device = try transaction.device(named: typed)
      let names = try transaction.deviceNames()
      let label = names[device] ?? String(device.description.prefix(8))
      guard roster.member(identity.device) != nil else {
        throw DeviceFailure.membership(.ownExclusion)
      }
      guard device != identity.device else { throw DeviceFailure.membership(.oneself) }
      guard roster.member(device) != nil else {
        throw DeviceFailure.membership(.isOut(name: label))
      }
      let waiting = try transaction.count(standing: .waiting)
      guard waiting == 0 else { throw DeviceFailure.membership(.incomplete(waiting: waiting)) }
      let revocation = try transaction.revocation(of: device, in: roster)
      let after = roster.trying([.revocation(revocation)], by: identity.device)
      guard after.member(device) == nil else {
        throw DeviceFailure.membership(.notYounger(name: label))
      }
      func others(_ devices: [DeviceID]) -> [RevocationPlan.Other] {
        devices.sorted().map { RevocationPlan.Other(device: $0, name: names[$0]) }
      }
      let sponsored = roster.membership.sponsors.filter { $0.value == device }.map(\.key)
      return RevocationPlan(
        device: device, name: names[device],
        lastMilliseconds: try transaction.lastTimestamp(of: device)?.milliseconds,
        entries: try transaction.entriesChanged(by: device, limit: Self.shownEntries),
        sponsored: others(sponsored.filter { after.member($0) != nil }),
        lost: others(
          roster.members.map(\.device).filter { $0 != device && after.member($0) == nil }))
    }
  }

  /// Shuts a device out, and begins an epoch whose key it does not get.
  ///
  /// - Throws: as ``revocation(of:)``, if that has changed meanwhile.
  public func revoke(_ plan: RevocationPlan) throws(DeviceFailure) {
    guard try revocation(of: plan.device.description) == plan else {
      throw .membership(.incomplete(waiting: 0))
    }
    try writing { transaction in
      let author = try Author(environment: environment, transaction: transaction)
      let (roster, identity) = try transaction.membership()
      let record = ControlRecord.revocation(
        try transaction.revocation(of: plan.device, in: roster))
      let after = roster.trying([record], by: identity.device)
      try author.begin(for: after.members, in: roster, after: [record])
      try transaction.add([plan.device], to: .toldExclusions)
      try transaction.takeOutWhatMustGo(identity)
    }
  }
}
