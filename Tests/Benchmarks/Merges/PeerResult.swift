import AfterwitMergePairs

/// What another engine made of some pairs, if it could be run.
enum PeerResult {
  /// It cannot be run here, and why.
  case absent(String)
  /// Its name, and what it made of each pair.
  case present(String, [MergeOutcome])
}
