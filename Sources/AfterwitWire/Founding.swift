import AfterwitEncoding

/// A genesis envelope as it is read: who founds the journal, who stands above, and its first key.
///
/// Records with a tag that is not known aside, there are exactly six, in one order; in journals of
/// earlier versions the last is missing (Protocol/5-sealing, "Who founds a journal": AW-SEAL-13,
/// AW-SEAL-26).
struct Founding {
  /// The first record: the member that signed the envelope.
  let founder: Member
  /// The journal that it founds.
  let journal: JournalID
  /// All records.
  let records: [ControlRecord]

  /// Reads who founds; the signature and ``requireWhole()`` are checked after that.
  /// - Throws: ``EnvelopeFailure`` of the layer `semantic`, or `syntax` for the payload.
  init(reading envelope: Envelope) throws(EnvelopeFailure) {
    guard envelope.header.kind == .control, envelope.header.number == 1 else {
      throw EnvelopeFailure(layer: .semantic, what: "genesis")
    }
    journal = envelope.header.journal
    records = try ControlRecord.records(of: envelope)
    guard case .member(let founder)? = records.first,
      founder.device == envelope.header.device
    else { throw EnvelopeFailure(layer: .semantic, what: "founder") }
    self.founder = founder
  }

  /// Checks that the records are those which found a journal, and no others.
  /// - Throws: ``EnvelopeFailure`` of the layer `semantic`.
  func requireWhole() throws(EnvelopeFailure) {
    func semantic(_ what: String) -> EnvelopeFailure {
      EnvelopeFailure(layer: .semantic, what: what)
    }
    let known = records.filter(\.isUnderstood)
    guard founder.rank == Member.deviceRank else { throw semantic("founder's rank") }
    guard [5, 6].contains(known.count) else { throw semantic("founding records") }
    guard case .member(let recovery) = known[1], recovery.rank == Member.recoveryRank,
      recovery.device != founder.device
    else { throw semantic("recovery member") }
    guard case .epoch(let epoch) = known[2], epoch.number == 1, epoch.bases.isEmpty else {
      throw semantic("first epoch")
    }
    for (record, member) in zip(known[3..<5], [founder, recovery]) {
      guard case .wrappedKey(let key) = record, key.epoch == epoch.number,
        key.identity == epoch.identity, key.recipient == member.device
      else { throw semantic("wrapped keys") }
    }
    guard known.count == 6 else { return }
    guard case .proof(let signature) = known[5],
      journal == RecoveryProof.journal(of: recovery.signingKey),
      recovery.signingKey.isValid(
        signature,
        for: RecoveryProof.signedBytes(
          journal: journal, founder: founder.device, epoch: epoch.identity))
    else { throw semantic("recovery proof") }
  }

  /// The recovery member that signed that this is its journal; `nil` in journals of earlier versions.
  var provenBy: DeviceID? {
    let known = records.filter(\.isUnderstood)
    guard known.count == 6, case .member(let recovery) = known[1] else { return nil }
    return recovery.device
  }
}
