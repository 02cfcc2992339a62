public import AfterwitEncoding

/// The control envelopes of a journal, and what they come to: its members and its epochs.
///
/// It starts at the genesis envelope, whose id is the trust anchor, and grows by control envelopes
/// that were signed by whoever was ever let in. Device and relay fold the same envelopes, in whatever
/// order, to the same roster.
public struct Roster: Sendable {
  /// The journal.
  public let journal: JournalID
  /// The envelope that founded it.
  public let genesis: EnvelopeID
  /// Who is a member, who is out, and which epochs may be written under.
  public private(set) var membership: Membership
  /// The envelopes by which somebody was admitted: a branch that ends in one is closed
  /// (AW-RELAY-14).
  public private(set) var admissions: Set<EnvelopeID> = []
  /// The journal's keys, in the order in which they became known.
  public private(set) var epochs: [Epoch] = []
  /// The keys wrapped to members, in the order in which they became known.
  public private(set) var wrappedKeys: [WrappedKey] = []
  private let provenBy: DeviceID?
  private let keepsKeys: Bool
  private var nodes: [ControlNode] = []
  private var places: [EnvelopeID: Int] = [:]
  /// The signing key of everyone who was ever let in, member or not.
  private var signingKeys: [DeviceID: SigningKey] = [:]
  private var ranks: [DeviceID: UInt8] = [:]
  /// What is there already, so that to take one more costs the same however many there are.
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

  /// Folds control envelopes; all were checked when they were admitted.
  ///
  /// - Returns: The roster; `nil` if the genesis is not among them.
  /// - Throws: ``EnvelopeFailure`` of the layer `syntax` or `semantic`.
  /// - Complexity: that of one fold, however many there are.
  public static func folded(
    admitted envelopes: [Envelope], genesis: EnvelopeID, keepsKeys: Bool = true
  ) throws(EnvelopeFailure) -> Roster? {
    guard let first = envelopes.first(where: { $0.id == genesis }) else { return nil }
    var roster = try Roster(admittedGenesis: first, keepsKeys: keepsKeys)
    if keepsKeys { roster.reserve(payloads: envelopes.reduce(0) { $0 + $1.payload.count }) }
    // Nobody's envelope is taken before whoever let its author in, in whatever order they came.
    var left = envelopes
    while true {
      var later: [Envelope] = []
      for envelope in left where try !roster.take(envelope) && !roster.knows(envelope.header.device)
      {
        later.append(envelope)
      }
      guard !later.isEmpty, later.count < left.count else { break }
      left = later
    }
    roster.workOut()
    return roster
  }

  /// The roster of a genesis envelope; the caller checks its signature.
  private init(
    _ envelope: Envelope, _ founding: Founding, keepsKeys: Bool
  ) throws(EnvelopeFailure) {
    try founding.requireWhole()
    journal = envelope.header.journal
    genesis = envelope.id
    self.keepsKeys = keepsKeys
    provenBy = founding.provenBy
    let node = ControlNode(envelope, founding.records, keepsKeys: keepsKeys)
    membership = Membership([node], places: [node.id: 0])
    add(node)
    admissions = []
  }

  /// Checks an envelope of this journal, and folds it in if it is a control envelope.
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
    if try take(envelope) { workOut() }
  }

  /// Checks that one who was ever let into this journal signed the envelope.
  /// - Throws: ``EnvelopeFailure`` of the layer `signature` or `semantic`.
  public func verify(_ envelope: Envelope) throws(EnvelopeFailure) {
    guard envelope.header.journal == journal else {
      throw EnvelopeFailure(layer: .semantic, what: "journal")
    }
    guard let key = signingKeys[envelope.header.device] else {
      throw EnvelopeFailure(layer: .semantic, what: "member")
    }
    try envelope.verify(signedBy: key)
  }

  /// The roster after an introduction: control envelopes, each signed by one who was let in.
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
      try roster.verify(envelope)
      _ = try roster.take(envelope)
    }
    roster.workOut()
    return roster
  }

  /// Whether the recovery member signed in the genesis that this is its journal, whose id follows
  /// from its key.
  public var isProven: Bool { provenBy != nil }

  /// The members, ascending by id.
  public var members: [Member] { membership.members }

  /// The member with an id; `nil` for one who was never let in or is out.
  public func member(_ device: DeviceID) -> Member? { membership.member(device) }

  /// Whether somebody ever let a device in, so that what it signed can be checked.
  public func knows(_ device: DeviceID) -> Bool { signingKeys[device] != nil }

  /// The highest rank that anybody gave a device who could; 0 for one who was never let in.
  public func rank(of device: DeviceID) -> UInt8 { ranks[device] ?? 0 }

  /// The key of one who was ever let in, member or not.
  public func signingKey(of device: DeviceID) -> SigningKey? { signingKeys[device] }

  /// How many were ever let in.
  public var knownCount: Int { signingKeys.count }

  /// Whether a member may be admitted; who reads takes all (AW-SEAL-27).
  public var hasRoom: Bool { members.count < Limits.members }

  /// Whether an envelope would let in somebody who never was; who that is.
  public func newcomer(in envelope: Envelope) -> DeviceID? {
    guard envelope.header.kind == .control, knows(envelope.header.device),
      let records = try? ControlRecord.decode(envelope.payload)
    else { return nil }
    let rank = ranks[envelope.header.device] ?? 0
    for case .member(let member) in records where !knows(member.device) && member.rank <= rank {
      return member.device
    }
    return nil
  }

  /// Takes an envelope in without working out what it comes to; `false` if nothing is new.
  private mutating func take(_ envelope: Envelope) throws(EnvelopeFailure) -> Bool {
    guard envelope.header.kind == .control, places[envelope.id] == nil,
      knows(envelope.header.device)
    else { return false }
    let records = try ControlRecord.records(of: envelope)
    add(ControlNode(envelope, records, keepsKeys: keepsKeys))
    return true
  }

  /// Makes room for the keys that so many bytes can hold: to grow hashes all of them anew.
  private mutating func reserve(payloads byteCount: Int) {
    knownKeys.reserveCapacity(
      min(
        Limits.readWrappedKeys,
        byteCount / (WrappedKey.encapsulatedByteCount + WrappedKey.ciphertextByteCount)))
  }

  private mutating func workOut() {
    membership = Membership(nodes, places: places)
  }

  private mutating func add(_ node: ControlNode) {
    places[node.id] = nodes.count
    nodes.append(node)
    let rank = node.id == genesis ? UInt8.max : ranks[node.author] ?? 0
    // Whom nobody could let in who ranks below, nobody has let in.
    for member in node.admitted where member.rank <= rank {
      ranks[member.device] = max(ranks[member.device] ?? 0, member.rank)
      guard signingKeys[member.device] == nil else { continue }
      signingKeys[member.device] = member.signingKey
      admissions.insert(node.id)
    }
    for epoch in node.epochs where epochs.count < Limits.readEpochs {
      if knownEpochs.insert(epoch).inserted { epochs.append(epoch) }
    }
    for key in node.wrappedKeys where wrappedKeys.count < Limits.readWrappedKeys {
      if knownKeys.insert(key).inserted { wrappedKeys.append(key) }
    }
  }
}

extension Roster {
  /// What it would come to if a device wrote these records now.
  public func trying(_ records: [ControlRecord], by device: DeviceID) -> Roster {
    var roster = self
    let before = controlTips(of: device).last ?? .zero
    roster.add(
      ControlNode(
        id: .zero, author: device, [.seen(seen(by: device, after: before))] + records,
        keepsKeys: false))
    roster.workOut()
    return roster
  }

  /// What an envelope that is written now says it has seen.
  ///
  /// Somebody may leave more ends than an envelope has room to name. So it names what let its author
  /// in, whatever else there is, and the least of the others.
  /// - Parameter before: the author's control envelope before it on its branch; zeros if it is the
  ///   first.
  public func seen(by device: DeviceID, after before: EnvelopeID) -> Seen {
    let admission = membership.admissions[device].map { $0 == genesis ? [] : [$0] } ?? []
    return Seen(before: before, others: admission + membership.tips.prefix(Limits.seen))
  }

  /// The last control envelopes of a device, one for each branch, ascending.
  public func controlTips(of device: DeviceID) -> [EnvelopeID] {
    let own = nodes.filter { $0.author == device }
    let followed = Set(own.map(\.before))
    return own.map(\.id).filter { !followed.contains($0) }.sorted()
  }
}
