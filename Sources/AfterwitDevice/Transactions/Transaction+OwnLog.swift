internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// Records a control envelope of an identity.
  func record(_ records: [ControlRecord], as identity: Identity) throws -> EnvelopeID {
    let tip = try writingTip(of: identity.device)
    let envelope = try ControlEnvelope.signed(
      records, journal: identity.journal, number: (tip?.number ?? 0) + 1,
      previous: tip?.id ?? .zero, keys: identity.keys)
    try insertOwn(envelope)
    return envelope.id
  }

  /// Keeps an envelope that this home wrote, as the last of its own.
  func insertOwn(_ envelope: Envelope) throws {
    try insert(envelope, standing: .applied)
    try setProperty(.ownTip, to: envelope.id.bytes)
  }

  /// Whether all that is held under an identity of this home was written by this home.
  func isSoleWriter(_ device: DeviceID) throws -> Bool {
    let tips = try tips(of: device).map(\.id)
    guard let own = try ownTip() else { return tips.count <= 1 }
    return tips == (own == .zero ? [] : [own])
  }

  /// The end of this home's own branch, from which its next envelope goes on.
  func writingTip(of device: DeviceID) throws -> Heads.Tip? {
    let tips = try tips(of: device)
    guard let own = try ownTip() else { return tips.last }
    return try tips.first { $0.id == own }
      ?? tips.last { try descends($0.id, from: own) }
      ?? tips.last
  }

  /// Remembers the end of the log as this home's own, where a store of the first version has not.
  func adoptOwnTip(replacing: Bool = false) throws {
    guard try replacing || property(.ownTip) == nil else { return }
    let tip = try tips(of: identity().device).last
    try setProperty(.ownTip, to: (tip?.id ?? .zero).bytes)
  }

  /// The last envelope that this home wrote: zeros for none, `nil` where that is not known.
  func ownTip() throws -> EnvelopeID? {
    try property(.ownTip).flatMap(EnvelopeID.init)
  }

  /// Whether a branch of a log that ends so holds an envelope of that log.
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
