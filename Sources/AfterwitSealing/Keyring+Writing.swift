public import AfterwitWire

// Anybody who is a member can announce an epoch, and nobody can make the others have its key. So an
// announced epoch is written under only where its key is held, and one whose key nobody has stops
// nobody (AW-SEAL-31).

extension Keyring {
  /// The key to write under: of the greatest epoch that may be written under and whose key is held,
  /// by number, then identity.
  ///
  /// - Returns: `nil` if no such key is held.
  public func writingKey(of roster: Roster) -> EpochKey? {
    roster.membership.usableEpochs.reversed().lazy.compactMap { key(of: $0) }.first
  }

  /// The keys that open all others that are held; whoever is given these reads the whole journal.
  public func outermost(of roster: Roster) -> [EpochKey] {
    var opened: Set<[UInt8]> = []
    for epoch in roster.epochs where key(of: epoch) != nil {
      for base in epoch.bases where !base.sealedKey.isEmpty { opened.insert(base.identity) }
    }
    return keys.filter { !opened.contains($0.identity) }
  }

  /// The announced epochs whose keys are not held; what is written under them cannot be read here.
  public func missing(of roster: Roster) -> [Epoch] {
    roster.epochs.filter { key(of: $0) == nil }
  }
}
