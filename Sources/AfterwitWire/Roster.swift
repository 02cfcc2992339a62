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
  /// Everyone who was admitted, in the order of admission; at most ``Limits/readMembers``.
  public private(set) var members: [Member]
  /// The envelopes by which somebody was admitted: a branch that ends in one is closed
  /// (AW-RELAY-14).
  public private(set) var admissions: Set<EnvelopeID> = []
  /// The journal's keys, in the order in which they became known.
  public private(set) var epochs: [Epoch]
  /// The keys wrapped to members, in the order in which they became known.
  public private(set) var wrappedKeys: [WrappedKey]
  private let keepsKeys: Bool
  /// What is there already, so that to take one more costs the same however many there are.
  private var places: [DeviceID: Int] = [:]
  private var knownEpochs: Set<Epoch> = []
  private var knownKeys: Set<WrappedKey> = []

  /// Founds a roster on a genesis envelope, which its first member signed.
  /// - Parameter keepsKeys: whether epochs and wrapped keys are kept; a relay has no use for them.
  /// - Throws: ``EnvelopeFailure`` of the layer `syntax`, `signature` or `semantic`.
  public init(genesis envelope: Envelope, keepsKeys: Bool = true) throws(EnvelopeFailure) {
    let founding = try Founding(reading: envelope)
    try envelope.verify(signedBy: founding.founder.signingKey)
    try self.init(envelope, founding, keepsKeys: keepsKeys)
  }

  /// Founds a roster on a genesis envelope that was checked when it was admitted.
  /// - Throws: ``EnvelopeFailure`` of the layer `syntax` or `semantic`.
  public init(admittedGenesis envelope: Envelope, keepsKeys: Bool = true) throws(EnvelopeFailure) {
    try self.init(envelope, Founding(reading: envelope), keepsKeys: keepsKeys)
  }

  /// Folds control envelopes, in their order; all were checked when they were admitted.
  ///
  /// - Returns: The roster; `nil` if the genesis is not among them.
  /// - Throws: ``EnvelopeFailure`` of the layer `syntax` or `semantic`.
  public static func folded(
    admitted envelopes: [Envelope], genesis: EnvelopeID
  ) throws(EnvelopeFailure) -> Roster? {
    var roster: Roster?
    for envelope in envelopes {
      if envelope.id == genesis {
        roster = try Roster(admittedGenesis: envelope)
      } else {
        try roster?.fold(verified: envelope)
      }
    }
    return roster
  }

  /// The roster of a genesis envelope; the caller checks its signature.
  private init(
    _ envelope: Envelope, _ founding: Founding, keepsKeys: Bool
  ) throws(EnvelopeFailure) {
    try founding.requireWhole()
    journal = envelope.header.journal
    genesis = envelope.id
    members = []
    epochs = []
    wrappedKeys = []
    self.keepsKeys = keepsKeys
    admit(founding.founder)
    apply(founding.records, by: Member.recoveryRank)
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
    let count = members.count
    apply(try ControlRecord.records(of: envelope), by: author.rank)
    if members.count > count { admissions.insert(envelope.id) }
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
    places[device].map { members[$0] }
  }

  /// Whether a member may be admitted; who reads takes a few more (AW-SEAL-27).
  public var hasRoom: Bool { members.count < Limits.members }

  /// Whether an envelope of a member would admit somebody who is none yet; who that is.
  public func newcomer(in envelope: Envelope) -> DeviceID? {
    guard envelope.header.kind == .control, let author = member(envelope.header.device),
      let records = try? ControlRecord.decode(envelope.payload)
    else { return nil }
    for case .member(let member) in records where takes(member, by: author.rank) {
      return member.device
    }
    return nil
  }

  /// Folds records in; a member above its author's rank, or what is beyond a bound, is none.
  private mutating func apply(_ records: [ControlRecord], by rank: UInt8) {
    for record in records {
      switch record {
      case .member(let member) where takes(member, by: rank): admit(member)
      case .epoch(let epoch) where keepsKeys && epochs.count < Limits.readEpochs:
        if knownEpochs.insert(epoch).inserted { epochs.append(epoch) }
      case .wrappedKey(let key) where keepsKeys && wrappedKeys.count < Limits.readWrappedKeys:
        if knownKeys.insert(key).inserted { wrappedKeys.append(key) }
      default: continue
      }
    }
  }

  private mutating func admit(_ member: Member) {
    places[member.device] = members.count
    members.append(member)
  }

  private func takes(_ member: Member, by rank: UInt8) -> Bool {
    member.rank <= rank && members.count < Limits.readMembers && places[member.device] == nil
  }
}
