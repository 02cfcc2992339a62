public import AfterwitEncoding
public import AfterwitWire

/// Why a pairing failed; it does not go on after that.
public enum PairingFailure: Error, Hashable, Sendable {
  /// A message does not open with the invite's secret.
  case unreadable
  /// A message opens, but does not follow its layout.
  case malformed
  /// A message comes twice, too early, or is not the kind that this state waits for.
  case outOfOrder
  /// Somebody else who has the invite left a message in this side's name.
  case impostor
  /// The new device's keys are weak, or it cannot prove that it holds them.
  case proof
  /// The inviter's nonce is not the one that it had committed to.
  case commitment
  /// The pairing has ended.
  case ended
  /// The cryptographic library refused an operation.
  case cryptography
}

/// What a pairing wants done next by whoever runs it.
public enum PairingEffect: Hashable, Sendable {
  /// Leave this message in the mailbox.
  case leave([UInt8])
  /// Show the four words and ask whether the other screen shows the same.
  case ask(words: [String])
  /// Admit this member and push its admission; then call `admitted(by:)`.
  case admit(Member)
  /// The other side said that the words differ, or gave up.
  case declined
  /// The pairing is done; the id is that of the envelope that admits the new device.
  case done(admission: EnvelopeID)
}
