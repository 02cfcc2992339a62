internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// The roster, folded from the control envelopes; `nil` before the genesis envelope has come.
  func roster(genesis: EnvelopeID) throws -> Roster? {
    // Their signatures were checked when they were admitted.
    try Roster.folded(
      admitted: try controlEnvelopes().map { try Envelope(parsing: $0) }, genesis: genesis)
  }

  /// How many announced epochs there are whose keys are not known.
  func missingKeyCount(genesis: EnvelopeID) throws -> Int {
    guard let roster = try roster(genesis: genesis) else { return 0 }
    return try keyring().missing(of: roster).count
  }

  /// The epoch keys that are known.
  func keyring() throws -> Keyring {
    try property(.keyring).map { bytes in try Keyring(decoding: bytes) } ?? Keyring()
  }
}
