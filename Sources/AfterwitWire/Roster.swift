public import AfterwitEncoding

/// The members of a journal and its epochs, folded from control envelopes.
///
/// It starts at the genesis envelope, whose id is the trust anchor, and grows by control envelopes
/// that members signed. Device and relay fold the same envelopes to the same roster.
public struct Roster: Sendable {
  /// The journal.
  public let journal: JournalID
  /// The envelope that founded it.
  public let genesis: EnvelopeID
  /// Everyone who was admitted, in the order of admission; they are few.
  public private(set) var members: [Member]
  /// The journal's keys, in the order in which they became known.
  public private(set) var epochs: [Epoch]
  /// The keys wrapped to members, in the order in which they became known.
  public private(set) var wrappedKeys: [WrappedKey]

  /// Founds a roster on a genesis envelope, which must name and be signed by its own author.
  /// - Throws: ``EnvelopeFailure`` of the layer `signature` or `semantic`.
  public init(genesis envelope: Envelope) throws(EnvelopeFailure) {
    self = try Self.founded(by: envelope)
    guard let founder = member(envelope.header.device) else {
      throw EnvelopeFailure(layer: .semantic, what: "founder")
    }
    try envelope.verify(signedBy: founder.signingKey)
  }

  /// Folds control envelopes, in their order; all were checked when they were admitted.
  ///
  /// - Returns: The roster; `nil` if the genesis is not among them.
  /// - Throws: ``EnvelopeFailure`` of the layer `syntax`, `limit` or `semantic`.
  public static func folded(
    admitted envelopes: [Envelope], genesis: EnvelopeID
  ) throws(EnvelopeFailure) -> Roster? {
    var roster: Roster?
    for envelope in envelopes {
      if envelope.id == genesis {
        roster = try founded(by: envelope)
      } else {
        try roster?.fold(verified: envelope)
      }
    }
    return roster
  }

  /// The roster of a genesis envelope; the caller checks its signature.
  private static func founded(by envelope: Envelope) throws(EnvelopeFailure) -> Roster {
    guard envelope.header.kind == .control, envelope.header.number == 1 else {
      throw EnvelopeFailure(layer: .semantic, what: "genesis")
    }
    let records = try records(of: envelope)
    guard case .member(let founder)? = records.first,
      founder.device == envelope.header.device
    else { throw EnvelopeFailure(layer: .semantic, what: "founder") }
    var roster = Roster(
      journal: envelope.header.journal, genesis: envelope.id, members: [founder],
      epochs: [], wrappedKeys: [])
    try roster.apply(records, by: Member.recoveryRank)
    return roster
  }

  private init(
    journal: JournalID, genesis: EnvelopeID, members: [Member], epochs: [Epoch],
    wrappedKeys: [WrappedKey]
  ) {
    self.journal = journal
    self.genesis = genesis
    self.members = members
    self.epochs = epochs
    self.wrappedKeys = wrappedKeys
  }

  /// Checks an envelope of a member, and folds it in if it is a control envelope.
  /// - Throws: ``EnvelopeFailure``; then nothing has changed.
  public mutating func admit(_ envelope: Envelope) throws(EnvelopeFailure) {
    try verify(envelope)
    try fold(verified: envelope)
  }

  /// Folds in an envelope that has passed ``verify(_:)``, now or before it was stored.
  ///
  /// Stored envelopes were verified before they were applied, and checking a signature again would
  /// cost more than everything else.
  /// - Throws: ``EnvelopeFailure``; then nothing has changed.
  public mutating func fold(verified envelope: Envelope) throws(EnvelopeFailure) {
    guard envelope.header.kind == .control, envelope.id != genesis,
      let author = member(envelope.header.device)
    else { return }
    try apply(try Self.records(of: envelope), by: author.rank)
  }

  /// Checks that a member of this journal signed the envelope.
  /// - Throws: ``EnvelopeFailure`` of the layer `signature` or `semantic`.
  public func verify(_ envelope: Envelope) throws(EnvelopeFailure) {
    guard envelope.header.journal == journal else {
      throw EnvelopeFailure(layer: .semantic, what: "journal")
    }
    guard let member = member(envelope.header.device) else {
      throw EnvelopeFailure(layer: .semantic, what: "member")
    }
    try envelope.verify(signedBy: member.signingKey)
  }

  /// The roster after an introduction: control envelopes, each signed by a member.
  ///
  /// Their places in a log are not checked: the device that they introduce is a member, whatever
  /// the relay still lacks.
  /// - Throws: ``EnvelopeFailure`` if one of them is anything else.
  public func introduced(by envelopes: [[UInt8]]) throws(EnvelopeFailure) -> Roster {
    var roster = self
    for bytes in envelopes {
      let envelope = try Envelope(parsing: bytes)
      guard envelope.header.kind == .control else {
        throw EnvelopeFailure(layer: .semantic, what: "kind")
      }
      try roster.admit(envelope)
    }
    return roster
  }

  /// The member with an id; `nil` if no such member was admitted.
  public func member(_ device: DeviceID) -> Member? {
    members.first { $0.device == device }
  }

  /// The epoch under which members write: the one of the greatest number, then identity.
  public var writingEpoch: Epoch? {
    epochs.max { left, right in
      left.number != right.number
        ? left.number < right.number : left.identity.lexicographicallyPrecedes(right.identity)
    }
  }

  /// Folds records in; an author cannot admit a member of a rank above its own.
  private mutating func apply(
    _ records: [ControlRecord], by rank: UInt8
  ) throws(EnvelopeFailure) {
    var members = members
    for case .member(let member) in records where member.rank <= rank {
      guard !members.contains(where: { $0.device == member.device }) else { continue }
      members.append(member)
    }
    guard members.count <= Limits.members else {
      throw EnvelopeFailure(layer: .limit, what: "members")
    }
    self.members = members
    for record in records {
      switch record {
      case .epoch(let epoch) where !epochs.contains(epoch): epochs.append(epoch)
      case .wrappedKey(let key) where !wrappedKeys.contains(key): wrappedKeys.append(key)
      default: continue
      }
    }
  }

  private static func records(of envelope: Envelope) throws(EnvelopeFailure) -> [ControlRecord] {
    do throws(DecodingFailure) {
      return try ControlRecord.decode(envelope.payload)
    } catch {
      throw EnvelopeFailure(layer: .syntax, what: "control payload at offset \(error.offset)")
    }
  }
}
