internal import AfterwitEncoding
public import AfterwitWire

// A key goes to those who are members where it is made, as its maker knows them. Who is let in
// elsewhere at the same time does not get it, nor who was out then and is a member after all. So
// whoever holds a key gives it to each member that has no way to it (AW-SEAL-48).

/// A key that a member has no way to.
public struct OwedKey: Hashable, Sendable {
  /// The key.
  public let key: EpochKey
  /// Who lacks it.
  public let member: Member
}

extension Keyring {
  /// The held keys of announced epochs that members have no way to: neither are they wrapped to
  /// them, nor do they follow from keys that are.
  ///
  /// Of keys that one of these opens, only that one is owed.
  /// - Complexity: O(*members · epochs + wrapped keys*).
  public func owed(in roster: Roster) -> [OwedKey] {
    let held = roster.epochs.sorted { $0.number > $1.number }.compactMap { epoch in
      key(of: epoch).map { key in
        (key: key, opens: epoch.bases.filter { key.open($0, journal: roster.journal) != nil })
      }
    }
    let given = Dictionary(grouping: roster.wrappedKeys, by: \.recipient)
    var owed: [OwedKey] = []
    for member in roster.members {
      var reached = Set((given[member.device] ?? []).map(\.identity))
      for (key, opens) in held {
        if !reached.contains(key.identity) { owed.append(OwedKey(key: key, member: member)) }
        reached.formUnion(opens.map(\.identity))
      }
    }
    return owed
  }
}
