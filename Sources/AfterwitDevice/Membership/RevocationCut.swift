internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

/// Up to where what a device wrote stays good, when it is shut out: all that is held of it, or what
/// it wrote before a moment, by its own clock.
struct RevocationCut {
  /// The record that says so.
  let revocation: Revocation
  /// How many changes that have their effect here lie beyond.
  let changesBeyond: Int

  /// - Parameters:
  ///   - end: the moment, in milliseconds since 1970; `nil` for all that is held.
  ///   - roster: the roster that the revocation is written on.
  init(
    of device: DeviceID, before end: UInt64?, in roster: Roster, _ transaction: Transaction
  ) throws {
    let tips = try transaction.tips(of: device)
    guard let end else {
      revocation = Revocation(
        target: device, controlCut: roster.controlTips(of: device), cut: tips)
      changesBeyond = 0
      return
    }
    let late = Set(
      try transaction.lastChanges(of: device, limit: .max)
        .filter { $0.timestamp.milliseconds >= end }.map(\.order.envelope))
    var cut: Set<Heads.Tip> = []
    var controlCut: Set<EnvelopeID> = []
    var beyond: Set<EnvelopeID> = []
    for tip in tips {
      var branch = try Self.branch(ending: tip, transaction)
      // Whatever its clock says, what follows something late is no earlier.
      if let first = branch.firstIndex(where: { late.contains($0.id) }) {
        let rest = branch[first...].filter { $0.header.kind == .change }
        beyond.formUnion(rest.map(\.id))
        branch.removeSubrange(first...)
      }
      if let last = branch.last { cut.insert(Heads.Tip(number: last.header.number, id: last.id)) }
      if let last = branch.last(where: { $0.header.kind == .control }) {
        controlCut.insert(last.id)
      }
    }
    revocation = Revocation(target: device, controlCut: Array(controlCut), cut: Array(cut))
    changesBeyond = beyond.count
  }

  /// One branch of a log, from its first envelope on.
  private static func branch(
    ending tip: Heads.Tip, _ transaction: Transaction
  ) throws -> [Envelope] {
    var branch: [Envelope] = []
    var next = tip.id
    while next != .zero, let bytes = try transaction.envelopeBytes(next) {
      let envelope = try Envelope(parsing: bytes)
      branch.append(envelope)
      next = envelope.header.previous
    }
    return branch.reversed()
  }
}
