import AfterwitEncoding

/// A genesis envelope as it is read: who founds the journal, who stands above, and its first key.
///
/// Records with a tag that is not known aside, there are exactly five, in one order
/// (Protocol/5-sealing, "Who founds a journal": AW-SEAL-13, AW-SEAL-26).
struct Founding {
  /// The first record: the member that signed the envelope.
  let founder: Member
  /// All records.
  let records: [ControlRecord]

  /// Reads who founds; the signature and ``requireWhole()`` are checked after that.
  /// - Throws: ``EnvelopeFailure`` of the layer `semantic`, or `syntax` for the payload.
  init(reading envelope: Envelope) throws(EnvelopeFailure) {
    guard envelope.header.kind == .control, envelope.header.number == 1 else {
      throw EnvelopeFailure(layer: .semantic, what: "genesis")
    }
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
    guard known.count == 5 else { throw semantic("founding records") }
    guard case .member(let recovery) = known[1], recovery.rank == Member.recoveryRank,
      recovery.device != founder.device
    else { throw semantic("recovery member") }
    guard case .epoch(let epoch) = known[2], epoch.number == 1, epoch.previousKey.isEmpty else {
      throw semantic("first epoch")
    }
    for (record, member) in zip(known[3...], [founder, recovery]) {
      guard case .wrappedKey(let key) = record, key.epoch == epoch.number,
        key.identity == epoch.identity, key.recipient == member.device
      else { throw semantic("wrapped keys") }
    }
  }
}
