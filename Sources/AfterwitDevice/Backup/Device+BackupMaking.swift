internal import AfterwitCausality
internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

// A backup is made beside whatever else is done with the journal. The drafts are read first and the
// envelopes then, in one snapshot: a draft that is saved between the two is there twice, as a draft and
// as a change, and none is in neither. The disk is waited for only when the snapshot is closed, so that
// a slow one keeps no other process from tidying its log (AW-BACKUP-6).

extension Device {
  /// Writes everything that this machine holds into a new file; never its own keys.
  ///
  /// - Throws: ``DeviceFailure``; then there is no file.
  public func backUp(
    to new: NewBackup, openedBy lock: BackupLock
  ) throws(DeviceFailure) -> BackupReport {
    do {
      let report = try writeBackup(to: new, lock)
      let made = report.made
      try? store.write { try $0.setMoment(made, of: .backupMade) }
      return report
    } catch {
      new.abandon()
      guard let failure = error as? FileFailure else { throw DeviceFailure(cause: error) }
      throw .backup(.file(PortableFact(writing: failure)))
    }
  }

  private func writeBackup(to new: NewBackup, _ lock: BackupLock) throws -> BackupReport {
    let (header, key) = try newKey(lock)
    var writer = try BackupWriter(new.file, header: header, key: key)
    try writer.write(DraftFolder(path: home.drafts))
    let made = environment.nowMilliseconds()
    let (entries, changes, newest) = try store.read { transaction in
      try transaction.writeAll(to: &writer, madeAt: made)
    }
    try writer.finish()
    return BackupReport(
      made: made, journal: journal, device: try reading { try $0.identity() }.device,
      entries: entries, changes: changes, envelopes: writer.envelopes,
      draftFiles: writer.files.count, drafts: BackupContents.drafts(of: writer.files),
      newest: newest, sealed: 0, byteCount: writer.byteCount, isOnPaper: lock == .paper)
  }

  private func newKey(_ lock: BackupLock) throws -> (BackupHeader, BackupKey) {
    var random = environment.random
    switch lock {
    case .passphrase(let text):
      guard text.count >= BackupLock.leastLength else {
        throw DeviceFailure.backup(.shortPassphrase(least: BackupLock.leastLength))
      }
      return try BackupKey.new(passphrase: text, using: &random)
    case .paper:
      let members = try store.read { try $0.membership().roster.members }
        .filter { $0.rank == Member.recoveryRank }
      guard !members.isEmpty else { throw DeviceFailure.backup(.noPaper) }
      return try BackupKey.new(for: members, using: &random)
    }
  }
}

extension Transaction {
  /// Writes the manifest, every envelope and the end of a backup.
  fileprivate func writeAll(
    to writer: inout BackupWriter, madeAt made: UInt64
  ) throws -> (entries: Int, changes: Int, newest: UInt64?) {
    let identity = try identity()
    try writer.write(
      .manifest(
        BackupManifest(
          milliseconds: made, journal: identity.journal, genesis: identity.genesis,
          device: identity.device, keyring: try keyring())))
    var changes = 0
    var damaged = 0
    try forEachEnvelope { bytes in
      guard let envelope = try? Envelope(parsing: bytes), envelope.isPayloadWhole,
        try standing(of: envelope.id) != nil
      else { return damaged += 1 }
      if envelope.header.kind == .change { changes += 1 }
      try writer.write(.envelope(bytes))
    }
    guard damaged == 0 else {
      throw StoreFailure.damaged("\(damaged) of the envelopes in it are not as they were")
    }
    let entries = try entryCount()
    try writer.write(
      .end(files: writer.files.count, envelopes: writer.envelopes, entries: entries))
    let newest = try heads().tips.keys.compactMap { try lastTimestamp(of: $0)?.milliseconds }.max()
    return (entries, changes, newest)
  }
}
