internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// Records a control envelope of an identity.
  func record(_ records: [ControlRecord], as identity: Identity) throws -> EnvelopeID {
    let tip = try writingTip(of: identity.device)
    let seen = try roster(genesis: identity.genesis).map { roster in
      roster.seen(
        by: identity.device, after: try lastControl(of: identity.device, below: tip, in: roster))
    }
    let envelope = try ControlEnvelope.signed(
      (seen.map { [.seen($0)] } ?? []) + records, journal: identity.journal,
      number: (tip?.number ?? 0) + 1,
      previous: tip?.id ?? .zero, keys: identity.keys)
    try insertOwn(envelope)
    return envelope.id
  }

  /// The last control envelope of a device on the branch that ends in a tip; zeros if there is none.
  private func lastControl(
    of device: DeviceID, below tip: Heads.Tip?, in roster: Roster
  ) throws -> EnvelopeID {
    let tips = roster.controlTips(of: device)
    guard tips.count > 1, let tip else { return tips.first ?? .zero }
    return try tips.last { try descends(tip.id, from: $0) } ?? .zero
  }

  /// Inserts an envelope that this home wrote, as its last one.
  func insertOwn(_ envelope: Envelope) throws {
    try insert(envelope, standing: .applied)
    try setProperty(.ownTip, to: envelope.id.bytes)
  }

  /// Whether only this home has written under one of its identities, as far as is known here.
  func isSoleWriter(_ device: DeviceID) throws -> Bool {
    let tips = try tips(of: device).map(\.id)
    guard let own = try ownTip() else { return tips.count <= 1 }
    return tips == (own == .zero ? [] : [own])
  }

  /// The end of this home's own branch, which its next envelope follows.
  func writingTip(of device: DeviceID) throws -> Heads.Tip? {
    let tips = try tips(of: device)
    guard let own = try ownTip() else { return tips.last }
    return try tips.first { $0.id == own }
      ?? tips.last { try descends($0.id, from: own) }
      ?? tips.last
  }

  /// Remembers the end of the log as this home's own; a store of the first version has not done so.
  func adoptOwnTip(replacing: Bool = false) throws {
    guard try replacing || property(.ownTip) == nil else { return }
    let tip = try tips(of: identity().device).last
    try setProperty(.ownTip, to: (tip?.id ?? .zero).bytes)
  }

  /// The last envelope that this home wrote: zeros if it wrote none, `nil` if that is not known.
  func ownTip() throws -> EnvelopeID? {
    try property(.ownTip).flatMap(EnvelopeID.init)
  }

  /// Whether the branch of a log with this end holds an earlier envelope of the log.
  /// - Complexity: O(*envelopes between the two*).
  func descends(_ end: EnvelopeID, from earlier: EnvelopeID) throws -> Bool {
    guard let first = try logEntry(earlier)?.number, var number = try logEntry(end)?.number else {
      return false
    }
    var id = end
    while number > first, let bytes = try envelopeBytes(id) {
      (number, id) = (number - 1, try Envelope(parsing: bytes).header.previous)
    }
    return id == earlier
  }
}
