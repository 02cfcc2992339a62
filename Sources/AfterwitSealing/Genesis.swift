public import AfterwitEncoding
public import AfterwitWire

/// The envelope that founds a journal; its id is the anchor of trust for everything that follows.
public enum Genesis {
  /// Admits the founder and the recovery member, begins the first epoch, and gives both its key.
  ///
  /// It is number 1 of the founder's log. The keys are wrapped with the system's randomness.
  public static func envelope(
    journal: JournalID, keys: DeviceKeys, recovery: Member, epoch: EpochKey
  ) throws(SealingFailure) -> Envelope {
    precondition(recovery.rank == Member.recoveryRank && epoch.number == 1)
    let records = try ControlRecord.founding(
      founder: keys.member, recovery: recovery,
      epoch: Epoch(number: epoch.number, identity: epoch.identity)
    ) { member throws(SealingFailure) in try epoch.wrapped(for: member, journal: journal) }
    return try ControlEnvelope.signed(
      records, journal: journal, number: 1, previous: .zero, keys: keys)
  }
}

/// The records that make somebody a member.
public enum AdmissionRecords {
  /// The member, and each epoch's key wrapped to it, so that it can read the whole journal.
  /// - Throws: ``SealingFailure/cryptography`` if the member's agreement key is not a key.
  public static func records(
    member: Member, epochs: [EpochKey], journal: JournalID
  ) throws(SealingFailure) -> [ControlRecord] {
    var records: [ControlRecord] = [.member(member)]
    for epoch in epochs {
      records.append(.wrappedKey(try epoch.wrapped(for: member, journal: journal)))
    }
    return records
  }
}

/// Signed records of members and keys; they are not sealed, because the relay must read them.
public enum ControlEnvelope {
  /// Signs records as the next envelope of the holder's log, with the given place in it.
  /// - Throws: ``SealingFailure/tooLarge(bytes:)`` for a payload over ``Limits/payload``.
  public static func signed(
    _ records: [ControlRecord], journal: JournalID, number: UInt64, previous: EnvelopeID,
    keys: some KeyHolder
  ) throws(SealingFailure) -> Envelope {
    precondition(number > 0 && (number == 1) == (previous == .zero))
    let payload = ControlRecord.encode(records)
    guard payload.count <= Limits.payload else {
      throw SealingFailure.tooLarge(bytes: payload.count)
    }
    let zeros = [UInt8](repeating: 0, count: 32)
    let header = EnvelopeHeader(
      kind: .control, journal: journal, device: keys.device, number: number, previous: previous,
      epoch: 0, salt: zeros, commitment: zeros, payloadLength: 0, payloadHash: zeros)
    return try Envelope.signed(header: header, payload: payload, by: keys)
  }
}
