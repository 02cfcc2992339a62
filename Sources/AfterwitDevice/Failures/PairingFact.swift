/// Why no further machine was admitted.
public enum PairingFact: Hashable, Sendable {
  /// The invite is wrong, has expired or was used before.
  case badInvite
  /// The person at this machine did not confirm the words.
  case declinedHere
  /// The person at the other machine did not confirm the words.
  case declinedThere
  /// The other side is not what it says it is; the check that found it out.
  case untrusted(String)
}
