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
  /// The journal has as many devices as it may have.
  case noRoom(limit: Int)
  /// The other side is not what it says it is; the check that found it out.
  case untrusted(String)

  var code: DeviceFailure.Code {
    if case .noRoom = self { .quota } else { .authentication }
  }
}
