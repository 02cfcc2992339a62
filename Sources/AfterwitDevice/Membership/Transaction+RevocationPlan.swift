internal import AfterwitCausality
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// What it would come to if a device were shut out; the five entries that it changed last are named.
  func revocationPlan(of typed: String, before end: UInt64? = nil) throws -> RevocationPlan {
    try requireDevice()
    try requireUnderstanding()
    let (roster, identity) = try membership()
    let device = try self.device(named: typed)
    let names = try deviceNames()
    let label = names[device] ?? device.shortText
    guard roster.member(identity.device) != nil else {
      throw DeviceFailure.membership(.ownExclusion)
    }
    guard device != identity.device else { throw DeviceFailure.membership(.oneself) }
    guard roster.member(device) != nil else {
      throw DeviceFailure.membership(.isOut(name: label))
    }
    let waiting = try count(standing: .waiting)
    guard waiting == 0 else { throw DeviceFailure.membership(.incomplete(waiting: waiting)) }
    let cut = try RevocationCut(of: device, before: end, in: roster, self)
    let after = roster.trying([.revocation(cut.revocation)], by: identity.device)
    guard after.member(device) == nil else {
      throw DeviceFailure.membership(.notYounger(name: label))
    }
    func others(_ devices: [DeviceID]) -> [RevocationPlan.Other] {
      devices.sorted().map { RevocationPlan.Other(device: $0, name: names[$0]) }
    }
    let sponsored = roster.membership.sponsors.filter { $0.value == device }.map(\.key)
    return RevocationPlan(
      device: device, name: names[device],
      lastMilliseconds: try lastTimestamp(of: device)?.milliseconds,
      endMilliseconds: end, changesBeyond: cut.changesBeyond,
      entries: try entriesChanged(by: device, limit: 5),
      sponsored: others(sponsored.filter { after.member($0) != nil }),
      lost: others(
        roster.members.map(\.device).filter { $0 != device && after.member($0) == nil }))
  }
}
