public import AfterwitEncoding

/// What a recovery member signs in the genesis of its journal, so that its paper leads there and a
/// relay cannot found another in its name.
public enum RecoveryProof {
  /// The length of the signature, in bytes.
  public static let byteCount = 64

  /// The id of the journal that a recovery member founds: the first 16 bytes of
  /// Hash(`journal`, its signing key).
  public static func journal(of key: SigningKey) -> JournalID {
    guard let journal = JournalID(Domain.journal.hash(key.bytes).prefix(JournalID.byteCount)) else {
      preconditionFailure("a hash is longer than an id")
    }
    return journal
  }

  /// What is signed: the journal, the founder's device id, the identity of the first epoch.
  public static func signedBytes(
    journal: JournalID, founder: DeviceID, epoch identity: [UInt8]
  ) -> [UInt8] {
    Domain.recoveryProof.bytes + journal.bytes + founder.bytes + identity
  }
}
