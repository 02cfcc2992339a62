internal import AfterwitEncoding

/// Which epochs may be written under, and which ones come last.
///
/// A set of them, as of members, decides; never the order in which they came.
struct EpochFold {
  /// Those that may be written under, ascending by number, then identity.
  let usable: [Epoch]
  /// Those that no other follows, in the same order.
  let last: [Epoch]

  /// - Parameters:
  ///   - valid: the places of those nodes that have effect.
  ///   - excluded: those who were let in and are no members.
  init(_ nodes: [ControlNode], valid: [Int], excluded: Set<DeviceID>) {
    let announced = Set(valid.flatMap { nodes[$0].epochs }).sorted(by: Self.precedes)
    // A number counts from the first epoch, or anybody could announce the greatest one.
    var sound: Set<EpochName> = []
    for epoch in Set(nodes.flatMap(\.epochs)).sorted(by: Self.precedes)
    where epoch.hasNextNumber && epoch.bases.allSatisfy({ sound.contains(EpochName($0)) }) {
      sound.insert(EpochName(epoch))
    }
    // Whoever is out must not be able to open what is written from now on: neither with a key that it
    // was given, or made, nor with one that opens another's.
    var open = Set(
      valid.flatMap { nodes[$0].wrappedKeys }.filter { excluded.contains($0.recipient) }
        .map { EpochName(number: $0.epoch, identity: $0.identity) })
    for node in valid.map({ nodes[$0] }) where excluded.contains(node.author) && !node.retires {
      open.formUnion(node.epochs.map(EpochName.init))
    }
    for epoch in announced.reversed() where open.contains(EpochName(epoch)) {
      open.formUnion(epoch.bases.filter { !$0.sealedKey.isEmpty }.map(EpochName.init))
    }
    let counted = announced.filter { sound.contains(EpochName($0)) }
    // What else was said beside an epoch may be a condition on it that this version does not know.
    let understood = Set(
      valid.filter { nodes[$0].criticalTags.isEmpty }.flatMap { nodes[$0].epochs })
    usable = counted.filter { !open.contains(EpochName($0)) && understood.contains($0) }
    let followed = Set(counted.flatMap(\.bases).map(EpochName.init))
    last = counted.filter { !followed.contains(EpochName($0)) }
  }

  private static func precedes(_ left: Epoch, _ right: Epoch) -> Bool {
    left.number != right.number
      ? left.number < right.number : left.identity.lexicographicallyPrecedes(right.identity)
  }
}

extension ControlNode {
  /// Whether its author shuts itself out, as a paper that is renewed; what it begins is for others.
  fileprivate var retires: Bool { revocations.contains { $0.target == author } }
}

/// What an epoch is told from others by.
private struct EpochName: Hashable {
  let number: UInt32
  let identity: [UInt8]

  init(number: UInt32, identity: [UInt8]) {
    self.number = number
    self.identity = identity
  }

  init(_ epoch: Epoch) {
    self.init(number: epoch.number, identity: epoch.identity)
  }

  init(_ base: Epoch.Base) {
    self.init(number: base.number, identity: base.identity)
  }
}
