public import AfterwitEncoding

/// What the control envelopes of a journal come to: who is a member, who is out, and which epochs
/// may be written under.
public struct Membership: Sendable {
  /// One who was let in and is no member.
  public struct Exclusion: Hashable, Sendable {
    /// Who shut it out, ascending; nobody where whoever let it in had no right to.
    public let by: [DeviceID]
    /// The ends of what it wrote that stays good, ascending.
    public let cut: [Heads.Tip]
  }

  /// The members, ascending by id.
  public let members: [Member]
  /// Those who were let in and are no members.
  public let excluded: [DeviceID: Exclusion]
  /// The envelope that let each member in; of several first ones, the one that counts.
  public let admissions: [DeviceID: EnvelopeID]
  /// Who let each member in; the founder and the first recovery member have none.
  public let sponsors: [DeviceID: DeviceID]
  /// The epochs that may be written under where their keys are held (AW-SEAL-41).
  public let usableEpochs: [Epoch]
  /// The epochs that no other follows, which one that begins follows.
  public let lastEpochs: [Epoch]
  /// The control envelopes that no other has seen, ascending.
  public let tips: [EnvelopeID]
  /// The envelopes that have effect.
  public let valid: Set<EnvelopeID>
  /// The tags of their records that must not be passed over, and that this version does not know,
  /// ascending.
  public let criticalTags: [UInt64]

  private let places: [DeviceID: Int]

  /// The member of an id; `nil` for one who was never let in or is out.
  public func member(_ device: DeviceID) -> Member? { places[device].map { members[$0] } }

  /// Works it out; the first of the nodes founded the journal.
  package init(_ nodes: [ControlNode], places nodePlaces: [EnvelopeID: Int]) {
    let fold = MembershipFold(nodes, places: nodePlaces)
    let valid = nodes.indices.filter { fold.hasEffect[$0] }
    let letIn = fold.letIn
    let shut = Dictionary(grouping: fold.revocations, by: \.target)
    var members: [Member] = []
    var excluded: [DeviceID: Exclusion] = [:]
    var sponsors: [DeviceID: DeviceID] = [:]
    var admissions: [DeviceID: EnvelopeID] = [:]
    for (device, number) in fold.numbers where fold.isLetIn(number) {
      let revocations = shut[number] ?? []
      guard letIn.contains(number), revocations.isEmpty else {
        excluded[device] = Exclusion(
          by: Set(revocations.map { nodes[$0.node].author }).sorted(),
          cut: Set(revocations.flatMap(\.revocation.cut)).sorted())
        continue
      }
      let first = fold.firstAdmissions(of: number)
      let named = first.flatMap { node in
        nodes[node].admitted.filter { $0.device == device }.map { (member: $0, node: node) }
      }.filter { fold.isOfItsRank($0.member) }
      // Whoever lets the same key in at the same time, perhaps with another key for wrapping: one
      // counts, and it must not be the one that came first.
      guard
        let chosen = named.min(by: { left, right in
          left.member == right.member
            ? nodes[left.node].id < nodes[right.node].id
            : left.member.bytes.lexicographicallyPrecedes(right.member.bytes)
        })
      else { continue }
      members.append(chosen.member)
      admissions[device] = nodes[chosen.node].id
      if chosen.node != 0 { sponsors[device] = nodes[chosen.node].author }
    }
    self.members = members.sorted { $0.device < $1.device }
    self.excluded = excluded
    self.sponsors = sponsors
    self.admissions = admissions
    self.places = Dictionary(
      uniqueKeysWithValues: self.members.enumerated().map { ($1.device, $0) })
    self.valid = Set(valid.map { nodes[$0].id })
    // The genesis is before all, named or not.
    let seen = Set(nodes.flatMap { $0.seen ?? [] }).union([nodes[0].id])
    tips = nodes.map(\.id).filter { !seen.contains($0) }.sorted()
    criticalTags = Set(valid.flatMap { nodes[$0].criticalTags }).sorted()
    let epochs = EpochFold(nodes, valid: valid, excluded: Set(excluded.keys))
    usableEpochs = epochs.usable
    lastEpochs = epochs.last
  }
}
