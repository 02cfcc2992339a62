public import AfterwitWire

/// The records that begin an epoch where a member holds no key of any.
public enum EpochRecords {
  /// How many keys are wrapped in one envelope: a payload holds them, and other records.
  private static let portion = 256

  /// The number of the epoch that follows all that were announced; the greatest number stays.
  public static func nextNumber(after roster: Roster) -> UInt32 {
    let last = roster.epochs.map(\.number).max() ?? 0
    return last == .max ? last : last + 1
  }

  /// The epoch, and its key wrapped to every member of the roster: the records of one envelope
  /// after another.
  ///
  /// A member to whom no key can be wrapped is passed over: it could open nothing.
  public static func records(beginning key: EpochKey, for roster: Roster) -> [[ControlRecord]] {
    let wraps = roster.members.compactMap { member in
      (try? key.wrapped(for: member, journal: roster.journal)).map(ControlRecord.wrappedKey)
    }
    let epoch = ControlRecord.epoch(Epoch(number: key.number, identity: key.identity))
    let later = stride(from: portion, to: wraps.count, by: portion).map { start in
      Array(wraps[start..<min(start + portion, wraps.count)])
    }
    return [[epoch] + wraps.prefix(portion)] + later
  }
}
