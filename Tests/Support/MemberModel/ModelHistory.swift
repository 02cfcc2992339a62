internal import AfterwitEncoding
package import AfterwitWire

/// A history of control envelopes, each as the production code would write it on what its author saw.
package struct ModelHistory: Sendable {
  /// The acts; the first is the genesis.
  package private(set) var acts: [ModelAct] = [
    ModelAct(author: ModelCast.founder, seen: 0, before: nil, admits: [0, 1], rotates: true)
  ]
  /// What the fold is given.
  package private(set) var nodes: [ControlNode] = []
  /// For each act, to whom it wraps which epoch; an epoch has the place of the act that begins it.
  package private(set) var wraps: [[(epoch: Int, recipient: Int)]] = []
  /// For each act, the epochs that the one it begins follows, and whether it seals their keys.
  package private(set) var bases: [[(epoch: Int, isSealed: Bool)]] = []
  private var epochs: [Epoch?] = []

  /// The genesis.
  package init() {
    let epoch = Epoch(number: 1, identity: Self.identity(0))
    add(
      [.member(ModelCast.members[0]), .member(ModelCast.members[1])], epoch, [], [(0, 0), (0, 1)])
  }

  /// All places.
  package var all: UInt64 { (1 << UInt64(acts.count)) - 1 }

  /// What some of the envelopes come to, in the order of these places; the genesis comes first.
  package func membership(_ places: [Int]) -> Membership {
    let nodes = taken(places).map { self.nodes[$0] }
    return Membership(
      nodes,
      places: Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) }))
  }

  /// Those of some whose authors somebody let in: a roster takes nobody else's.
  func taken(_ places: [Int]) -> [Int] {
    let cast = Set(places.flatMap { acts[$0].admits })
    let taken = places.filter { cast.contains(acts[$0].author) }
    return taken.count == places.count ? taken : self.taken(taken)
  }

  /// Writes an envelope.
  package mutating func write(_ act: ModelAct) {
    let place = acts.count
    let known = membership(act.seen.places)
    var records: [ControlRecord] = act.admits.map { .member(ModelCast.members[$0]) }
    for revocation in act.revokes {
      records.append(
        .revocation(
          Revocation(
            target: ModelCast.members[revocation.target].device,
            controlCut: ends(of: revocation.kept).map { nodes[$0].id }, cut: [])))
    }
    var wraps: [(epoch: Int, recipient: Int)] = []
    var epoch: Epoch?
    var bases: [(epoch: Int, isSealed: Bool)] = []
    let held = holds(of: act.author, in: act.seen)
    if act.rotates {
      bases = known.lastEpochs.map { last in
        let base = Int(last.identity[0]) - 1
        return (base, held.holds(base))
      }
      let begun = Epoch(
        number: (known.lastEpochs.map(\.number).max() ?? 0) + 1, identity: Self.identity(place),
        bases: known.lastEpochs.map {
          Epoch.Base(
            number: $0.number, identity: $0.identity,
            sealedKey: held.holds(Int($0.identity[0]) - 1) ? Self.sealed : [])
        })
      epoch = begun
      wraps = recipients(of: act, records, known).map { (place, $0) }
    } else {
      let wrapped = held.places.filter { !isOpened($0, by: held, in: act.seen) }
      wraps = act.admits.flatMap { newcomer in wrapped.map { ($0, newcomer) } }
    }
    acts.append(act)
    add(records, epoch, bases, wraps)
  }

  /// Whoever is a member once the act is written: it is tried before its epoch is made.
  private func recipients(
    of act: ModelAct, _ records: [ControlRecord], _ known: Membership
  ) -> [Int] {
    guard !records.isEmpty else { return known.members.compactMap { ModelCast.numbers[$0.device] } }
    var tried = self
    tried.acts.append(act)
    tried.add(records, nil, [], [])
    return tried.membership(act.seen.places + [acts.count]).members.compactMap {
      ModelCast.numbers[$0.device]
    }
  }

  private mutating func add(
    _ said: [ControlRecord], _ epoch: Epoch?, _ bases: [(epoch: Int, isSealed: Bool)],
    _ wraps: [(epoch: Int, recipient: Int)]
  ) {
    let place = nodes.count
    let act = acts[place]
    var records = said
    epochs.append(epoch)
    if let epoch { records.append(.epoch(epoch)) }
    for wrap in wraps {
      guard let wrapped = epochs[wrap.epoch] else { continue }
      records.append(
        .wrappedKey(
          WrappedKey(
            epoch: wrapped.number, identity: wrapped.identity,
            recipient: ModelCast.members[wrap.recipient].device,
            encapsulatedKey: Self.encapsulated, ciphertext: Self.sealed)))
    }
    if place > 0 {
      let seen = Seen(
        before: act.before.map { nodes[$0].id } ?? .zero,
        others: tips(of: act.seen).map { nodes[$0].id })
      records.insert(.seen(seen), at: 0)
    }
    guard let id = EnvelopeID(Self.identity(place)) else { return }
    nodes.append(
      ControlNode(
        id: id, author: ModelCast.members[act.author].device, records, keepsKeys: true))
    self.bases.append(bases)
    self.wraps.append(wraps)
  }

  /// Those among some that none of the others had seen.
  package func tips(of places: UInt64) -> [Int] {
    let seen = places.places.reduce(0) { $0 | acts[$1].seen }
    return (places & ~seen).places
  }

  /// The last of each branch among envelopes of one author.
  package func ends(of own: UInt64) -> [Int] {
    own.places.filter { place in !own.places.contains { acts[$0].before == place } }
  }

  /// The envelopes of an author among some.
  package func own(_ author: Int, in places: UInt64) -> UInt64 {
    places.places.reduce(0) { acts[$1].author == author ? $0 | 1 << UInt64($1) : $0 }
  }

  private static func identity(_ place: Int) -> [UInt8] {
    [UInt8](repeating: UInt8(place + 1), count: 32)
  }

  private static let sealed = [UInt8](repeating: 2, count: WrappedKey.ciphertextByteCount)
  private static let encapsulated = [UInt8](
    repeating: 1, count: WrappedKey.encapsulatedByteCount)
}
