extension BackupHeader {
  /// The key, by a passphrase.
  /// - Throws: ``BackupFailure/wrongSecret`` for another one, or where a recovery secret opens it.
  public func key(passphrase: String) throws(BackupFailure) -> BackupKey {
    guard case .passphrase(let cost) = lock,
      let secret = try? BackupKey.secret(of: passphrase, salt: salt, cost: cost)
    else { throw .wrongSecret }
    return try key(secret: secret)
  }

  /// The key, by a recovery secret.
  /// - Throws: ``BackupFailure/wrongSecret`` for another one, or where a passphrase opens it.
  public func key(recovery: RecoverySecret) throws(BackupFailure) -> BackupKey {
    guard case .recovery(let slots) = lock else { throw .wrongSecret }
    for slot in slots {
      if let secret = slot.secret(for: recovery, salt: salt) { return try key(secret: secret) }
    }
    throw .wrongSecret
  }

  private func key(secret: [UInt8]) throws(BackupFailure) -> BackupKey {
    let (key, check) = BackupKey.derived(from: secret, lock, salt: salt)
    guard check == self.check else { throw .wrongSecret }
    return BackupKey(derived: key)
  }
}
