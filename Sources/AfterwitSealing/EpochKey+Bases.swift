internal import AfterwitEncoding
internal import AfterwitWire

// The key of an epoch opens those of the epochs that it follows, so whoever is let in needs the last
// keys only. Each is sealed under a key of its own that is used once.

extension EpochKey {
  /// An epoch that this one follows, with its key sealed under this one; without where `held` is
  /// `nil`.
  func base(_ epoch: Epoch, held: EpochKey?, journal: JournalID) throws(SealingFailure)
    -> Epoch.Base
  {
    guard let held else {
      return Epoch.Base(number: epoch.number, identity: epoch.identity, sealedKey: [])
    }
    let key = boxKey(number: epoch.number, identity: epoch.identity, journal: journal)
    return Epoch.Base(
      number: epoch.number, identity: epoch.identity,
      sealedKey: try OneTimeBox.seal(held.bytes, key: key, authenticating: []))
  }

  /// The key of an epoch that this one follows; `nil` if it is not sealed here, or is another's.
  func open(_ base: Epoch.Base, journal: JournalID) -> EpochKey? {
    let key = boxKey(number: base.number, identity: base.identity, journal: journal)
    guard let bytes = OneTimeBox.open(base.sealedKey, key: key, authenticating: []),
      let opened = EpochKey(number: base.number, bytes: bytes), opened.identity == base.identity
    else { return nil }
    return opened
  }

  private func boxKey(number: UInt32, identity: [UInt8], journal: JournalID) -> [UInt8] {
    var info = ByteBuilder()
    info.append(contentsOf: Domain.base.bytes)
    info.append(journal)
    info.append(bigEndian: self.number)
    info.append(contentsOf: self.identity)
    info.append(bigEndian: number)
    info.append(contentsOf: identity)
    return KeyDerivation.derive(from: bytes, info: info.bytes, count: 32)
  }
}
