public import AfterwitWire

// Anybody who is a member can announce an epoch, and nobody can make the others have its key. So an
// announced epoch is written under only where its key is held, and one whose key nobody has stops
// nobody (AW-SEAL-31).

extension Keyring {
  /// The key to write under: of the greatest epoch whose key is held, by number, then identity.
  ///
  /// - Returns: `nil` if no key of an announced epoch is held.
  public func writingKey(of roster: Roster) -> EpochKey? {
    roster.epochs.compactMap { epoch in key(of: epoch).map { (epoch, $0) } }.max { left, right in
      left.0.number != right.0.number
        ? left.0.number < right.0.number
        : left.0.identity.lexicographicallyPrecedes(right.0.identity)
    }?.1
  }

  /// The announced epochs whose keys are not held; what is written under them cannot be read here.
  public func missing(of roster: Roster) -> [Epoch] {
    roster.epochs.filter { key(of: $0) == nil }
  }
}
