/// What a machine waits for while two of them pair.
public enum PairingWait: Hashable, Sendable {
  /// That the other one answers at all.
  case answer
  /// That its person confirms the words.
  case confirmation
  /// That what the journal holds has come.
  case journal
}
