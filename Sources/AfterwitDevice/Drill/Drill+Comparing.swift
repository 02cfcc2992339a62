internal import AfterwitCausality
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Drill {
  /// Compares what came back with what is here.
  func compared(_ copy: Device) throws -> DrillResult {
    let (theirs, entries, newest, digest) = try copy.store.read { transaction in
      (
        try transaction.allIDs(), try transaction.entryCount(),
        try transaction.newestTimestamp(), try transaction.digest()
      )
    }
    let (ours, pending, own) = try device.store.read { transaction in
      (
        try transaction.allIDs(),
        Set(try transaction.envelopesLacking(in: try transaction.relayHeads()).map(\.id)),
        try transaction.digest()
      )
    }
    let missing = ours.subtracting(theirs)
    let more = theirs.subtracting(ours).count
    return DrillResult(
      entries: entries, newest: newest?.milliseconds,
      lost: missing.subtracting(pending).count, missing: missing.count, more: more,
      isSame: missing.isEmpty && more == 0 ? own == digest : nil)
  }

  /// Whether somebody else writes under this machine's identity: the home was copied, and both copies
  /// were written to.
  func isCopied(_ own: DeviceID, as copy: Device) throws -> Bool {
    let tips = try copy.store.read { try $0.tips(of: own) }
    return try device.store.read { transaction in
      try !transaction.isSoleWriter(own)
        || tips.contains { try transaction.standing(of: $0.id) == nil }
    }
  }

  /// Whether a home that was put back from before its last change would be found out: the store is made
  /// to believe that it wrote nothing, and has to see that somebody did.
  func isCopyFound(_ own: DeviceID, in copy: Device) throws -> Bool {
    try copy.store.write { transaction in
      try transaction.setProperty(.ownTip, to: EnvelopeID.zero.bytes)
      return try transaction.tips(of: own).isEmpty || !transaction.isSoleWriter(own)
    }
  }
}

extension Transaction {
  /// The ids of all envelopes that are held.
  fileprivate func allIDs() throws -> Set<EnvelopeID> {
    try Set(heads().tips.keys.flatMap { try log(of: $0, from: 1).map(\.id) })
  }
}
