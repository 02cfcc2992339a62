/// Why no further machine was admitted.
public enum PairingFact: Hashable, Sendable {
  /// What was given is no invite, or not the whole of one.
  case notAnInvite
  /// The invite has expired or was used before.
  case staleInvite
  /// No machine has come with the invite in its time.
  case nobodyCame
  /// The person at this machine did not confirm the words.
  case declinedHere
  /// The person at the other machine did not confirm the words.
  case declinedThere
  /// The other machine gave up, or the time is over.
  case abandoned
  /// The words were confirmed here, and nobody has said yet that it admitted this machine.
  case unanswered
  /// Somebody else answered with this invite, or one of its messages came at a wrong time.
  case contested
  /// This device has admitted the other machine, and could not tell the relay.
  case untold
  /// The journal has as many invites open as the relay lets it have.
  case tooManyInvites
  /// The journal has as many devices as it may have.
  case noRoom(limit: Int)
  /// The other side is not what it says it is; the check that found it out.
  case untrusted(String)

  var code: DeviceFailure.Code {
    switch self {
    case .noRoom, .tooManyInvites: .quota
    case .untold: .relay
    default: .authentication
    }
  }
}
