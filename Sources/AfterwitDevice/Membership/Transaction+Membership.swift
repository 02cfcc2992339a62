internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// The device of the journal that a person means.
  ///
  /// - Parameter isOut: whether one that is out is meant, where several have the name.
  func device(named typed: String, isOut: Bool = false) throws -> DeviceID {
    let (roster, _) = try membership()
    let all = Set(roster.membership.members.filter { $0.rank == Member.deviceRank }.map(\.device))
      .union(roster.membership.excluded.keys.filter { roster.rank(of: $0) == Member.deviceRank })
    let names = try deviceNames()
    let named = all.filter { names[$0] == typed }
    let meant =
      !named.isEmpty
      ? named
      : TypedPrefix.isEnough(typed)
        ? all.filter { $0.description.hasPrefix(typed.lowercased()) } : []
    guard let device = meant.first else { throw DeviceFailure.membership(.unknown(typed)) }
    let likely = meant.filter { (roster.member($0) == nil) == isOut }
    if likely.count == 1, let only = likely.first { return only }
    guard meant.count == 1 else {
      throw DeviceFailure.membership(.ambiguous(typed, meant.sorted()))
    }
    return device
  }

  /// A revocation that leaves standing all that is held of a device.
  func revocation(of device: DeviceID, in roster: Roster) throws -> Revocation {
    try RevocationCut(of: device, before: nil, in: roster, self).revocation
  }

  /// How many revocations there are in some envelopes.
  func revocationCount(among ids: [EnvelopeID]) throws -> Int {
    let pending = Set(ids)
    guard !pending.isEmpty else { return 0 }
    return try controlEnvelopes().map { try Envelope(parsing: $0) }
      .filter { pending.contains($0.id) }.reduce(0) { count, envelope in
        let records = (try? ControlRecord.decode(envelope.payload)) ?? []
        return count + records.count { if case .revocation = $0 { true } else { false } }
      }
  }

  /// Derives everything anew where something of a device that is out has its effect and must not.
  func takeOutWhatMustGo(_ identity: Identity) throws {
    let roster = try roster(genesis: identity.genesis)
    guard try Exclusions(of: roster, transaction: self).holdsWhatMustNot() else { return }
    try deriveAnew(identity, areVerified: true)
  }

  /// Records a control envelope of the recovery member, whose log nobody else writes.
  func record(
    _ records: [ControlRecord], as secret: RecoverySecret, journal: JournalID
  ) throws {
    let (roster, _) = try membership()
    let tip = try tips(of: secret.device).last
    let seen = roster.seen(
      by: secret.device, after: roster.controlTips(of: secret.device).last ?? .zero)
    let envelope = try ControlEnvelope.signed(
      [.seen(seen)] + records, journal: journal, number: (tip?.number ?? 0) + 1,
      previous: tip?.id ?? .zero, keys: secret)
    try insert(envelope, standing: .applied)
  }
}
