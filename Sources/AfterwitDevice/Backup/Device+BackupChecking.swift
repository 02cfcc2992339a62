internal import AfterwitEncoding
internal import AfterwitStore

extension Device {
  /// Proves that a backup opens and is whole, without restoring anything: every chunk, every signature,
  /// every log.
  ///
  /// - Parameter home: where to keep when a backup was checked, if its journal is there.
  public static func check(
    _ backup: OpenedBackup, openedBy secret: BackupSecret, notingIn home: Home,
    environment: Environment
  ) throws(DeviceFailure) -> BackupReport {
    try DeviceFailure.naming {
      var contents = BackupContents()
      try backup.forEachRecord(try backup.key(secret)) { try contents.take($0) }
      guard
        let report = contents.report(byteCount: backup.byteCount, isOnPaper: backup.isOnPaper)
      else { throw DeviceFailure.backup(.damaged(path: backup.path)) }
      if (try? home.isUsed()) == true {
        try? note(report.journal, in: home, at: environment.nowMilliseconds())
      }
      return report
    }
  }

  private static func note(_ journal: JournalID, in home: Home, at now: UInt64) throws {
    let store = try Store(inFolder: home.path)
    defer { store.close() }
    guard try !store.needsUpgrade() else { return }
    try store.write { transaction in
      guard try Identity.founding(transaction)?.journal == journal else { return }
      try transaction.setMoment(now, of: .backupChecked)
    }
  }
}
