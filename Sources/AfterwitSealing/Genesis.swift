public import AfterwitEncoding
public import AfterwitWire

/// The envelope that founds a journal; its id is the anchor of trust for everything that follows.
public enum Genesis {
  /// Founds the journal of a recovery secret, which signs that it is its own.
  public static func envelope(
    keys: DeviceKeys, recovery: RecoverySecret, epoch: EpochKey
  ) throws(SealingFailure) -> Envelope {
    let journal = recovery.journal
    let proof = try recovery.sign(
      RecoveryProof.signedBytes(journal: journal, founder: keys.device, epoch: epoch.identity))
    let records = try records(
      journal: journal, keys: keys, recovery: recovery.member, epoch: epoch)
    return try ControlEnvelope.signed(
      records + [.proof(proof)], journal: journal, number: 1, previous: .zero, keys: keys)
  }

  /// As journals of earlier versions begin: without the word of the recovery member.
  ///
  /// It is number 1 of the founder's log. The keys are wrapped with the system's randomness.
  public static func envelope(
    journal: JournalID, keys: DeviceKeys, recovery: Member, epoch: EpochKey
  ) throws(SealingFailure) -> Envelope {
    try ControlEnvelope.signed(
      records(journal: journal, keys: keys, recovery: recovery, epoch: epoch), journal: journal,
      number: 1, previous: .zero, keys: keys)
  }

  /// Admits the founder and the recovery member, begins the first epoch, and gives both its key.
  private static func records(
    journal: JournalID, keys: DeviceKeys, recovery: Member, epoch: EpochKey
  ) throws(SealingFailure) -> [ControlRecord] {
    precondition(recovery.rank == Member.recoveryRank && epoch.number == 1)
    return try ControlRecord.founding(
      founder: keys.member, recovery: recovery,
      epoch: Epoch(number: epoch.number, identity: epoch.identity)
    ) { member throws(SealingFailure) in try epoch.wrapped(for: member, journal: journal) }
  }
}

/// The records that make somebody a member.
public enum AdmissionRecords {
  /// The member, and these keys wrapped to it, which open the whole journal.
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
