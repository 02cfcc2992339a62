internal import Crypto

/// The string that begins each input of a hash, derivation or signature, so that an input made for
/// one purpose is never valid for another (Protocol/2-encoding, "Domains").
public enum Domain: String, Sendable {
  /// A device id from its signing key.
  case device
  /// An envelope id from its header.
  case entry
  /// A device's signature of an envelope.
  case signature = "sig"
  /// The key and commitment of one envelope from an epoch key.
  case record
  /// The salt of one envelope from a device's salt secret.
  case salt
  /// The bytes before a body that nobody can guess, from a device's salt secret.
  case blind
  /// The identity of an epoch key.
  case epoch
  /// The context of a wrapped epoch key.
  case wrap
  /// The key under which the key of an epoch is sealed for whoever holds that of the next.
  case base
  /// The running hash of a relay's order.
  case cursor
  /// A relay's signature of a challenge.
  case challenge
  /// A device's answer to a challenge.
  case login
  /// The answer of a device that brings a journal.
  case founding
  /// A mailbox's token from an invite's secret.
  case mailbox
  /// A mailbox's id from its token.
  case mailboxID = "mailbox-id"
  /// The key of the messages in a mailbox from an invite's secret.
  case pairing
  /// The commitment to an inviter's nonce.
  case pairingCommitment = "pairing-commitment"
  /// The words that both screens show.
  case pairingWords = "pairing-words"
  /// A joiner's proof that it holds its signing key.
  case pairingProof = "pairing-proof"
  /// The recovery member's signing key from the recovery secret.
  case recoverySigning = "recovery-signing"
  /// The recovery member's agreement key from the recovery secret.
  case recoveryAgreement = "recovery-agreement"
  /// The id of a journal from the recovery member's signing key.
  case journal
  /// The recovery member's own word for the journal that it stands above.
  case recoveryProof = "recovery-proof"
  /// The checksum of a recovery secret as people write it.
  case recoveryChecksum = "recovery-checksum"
  /// The checksum of an invite as people carry it.
  case inviteChecksum = "invite-checksum"
  /// The keys of a device that takes over from another.
  case succession
  /// The hash of one entry's view.
  case view
  /// The hash of a journal's view.
  case digest
  /// The hash of what a device holds.
  case held
  /// The id of a review from its key.
  case review
  /// The id of an imported entry from what its source calls it, and what the source said of it.
  case imported
  /// The keys of a backup from its secret.
  case backup
  /// The context of a backup's secret that is wrapped to a recovery member.
  case backupWrap = "backup-wrap"
  /// The sum of a backup's head.
  case backupSum = "backup-sum"
  /// The sum of a bundle.
  case bundle

  /// The bytes of `afterwit/v1/…`, and a zero byte.
  public var bytes: [UInt8] { Array("afterwit/v1/\(rawValue)".utf8) + [0] }

  /// SHA-256 of the domain followed by the parts.
  public func hash(_ parts: [UInt8]...) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(data: bytes)
    for part in parts {
      hasher.update(data: part)
    }
    return Array(hasher.finalize())
  }
}
