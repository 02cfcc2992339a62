public import AfterwitWire

/// The records that begin an epoch.
public enum EpochRecords {
  /// How many keys are wrapped in one envelope: a payload holds them, and other records.
  private static let portion = 256

  /// The number of the epoch that follows all that count.
  public static func nextNumber(after roster: Roster) -> UInt32 {
    (roster.membership.lastEpochs.map(\.number).max() ?? 0) + 1
  }

  /// Draws the key of an epoch, which the keyring takes, and gives the records that begin it; others
  /// stand before them.
  public static func begin(
    for members: [Member], in roster: Roster, after entry: [ControlRecord] = [],
    holding keyring: inout Keyring, using random: inout some RandomNumberGenerator
  ) throws(SealingFailure) -> (key: EpochKey, parts: [[ControlRecord]]) {
    let key = EpochKey(number: nextNumber(after: roster), using: &random)
    var parts = try records(beginning: key, for: members, in: roster, holding: keyring)
    parts[0] = entry + parts[0]
    keyring.insert(key)
    return (key, parts)
  }

  /// The epoch, and its key wrapped to these members: the records of one envelope after another.
  ///
  /// It follows all that no other follows, and opens those whose keys are held. A member to whom no
  /// key can be wrapped is passed over: it could open nothing.
  public static func records(
    beginning key: EpochKey, for members: [Member], in roster: Roster, holding keyring: Keyring
  ) throws(SealingFailure) -> [[ControlRecord]] {
    var bases: [Epoch.Base] = []
    for epoch in roster.membership.lastEpochs {
      bases.append(try key.base(epoch, held: keyring.key(of: epoch), journal: roster.journal))
    }
    let epoch = Epoch(number: key.number, identity: key.identity, bases: bases)
    let wraps = members.compactMap { member in
      (try? key.wrapped(for: member, journal: roster.journal)).map(ControlRecord.wrappedKey)
    }
    let later = stride(from: portion, to: wraps.count, by: portion).map { start in
      Array(wraps[start..<min(start + portion, wraps.count)])
    }
    return [[.epoch(epoch)] + wraps.prefix(portion)] + later
  }
}
