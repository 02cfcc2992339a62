public import AfterwitEncoding
public import AfterwitWire

/// Why a pairing ended before its time; it never goes on after one.
public enum PairingFailure: Error, Hashable, Sendable {
  /// A message does not open with the invite's secret.
  case unreadable
  /// A message opens and does not follow its layout.
  case malformed
  /// A message comes twice, too early, or is not the kind that this state waits for.
  case outOfOrder
  /// A message was left in this side's name by somebody else who has the invite.
  case impostor
  /// The new device's keys are weak, or it cannot prove that it holds them.
  case proof
  /// The inviter's nonce is not the one it was committed to.
  case commitment
  /// The pairing has ended.
  case ended
  /// The cryptographic library refused an operation.
  case cryptography
}

/// What a pairing asks of the one who runs it, in order.
public enum PairingEffect: Hashable, Sendable {
  /// Leave this message in the mailbox.
  case leave([UInt8])
  /// Show the four words and ask whether the other screen shows the same.
  case ask(words: [String])
  /// Admit this member and push its admission; then say so to the inviter.
  case admit(Member)
  /// The other side said that the words differ, or gave up.
  case declined
  /// The pairing is done; the id is of the envelope that admits the new device.
  case done(admission: EnvelopeID)
}
