internal import AfterwitWire

/// What an inviter said to a joiner that had confirmed the words, and was begun anew since.
public enum PairingAnswer: Hashable, Sendable {
  /// The joiner is a member.
  case welcome
  /// The inviter's person said no.
  case declined

  /// Reads a message of the mailbox; `nil` for every other one.
  ///
  /// Whoever has the invite can say either. It proves nothing: the journal itself does.
  public init?(_ message: [UInt8], of invite: Invite) {
    guard message.first == PairingChannel.Side.inviter.rawValue,
      let plain = try? PairingChannel.plaintext(of: message, invite: invite),
      let said = try? PairingMessage(decoding: plain)
    else { return nil }
    switch said {
    case .welcome: self = .welcome
    case .declined: self = .declined
    default: return nil
    }
  }
}
