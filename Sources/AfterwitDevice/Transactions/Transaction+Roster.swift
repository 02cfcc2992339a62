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

  /// The roster, and who this device is.
  /// - Throws: ``DeviceFailure`` before the journal has come.
  func membership() throws -> (roster: Roster, identity: Identity) {
    let identity = try identity()
    guard let roster = try roster(genesis: identity.genesis) else {
      throw DeviceFailure.membership(.incomplete(waiting: 0))
    }
    return (roster, identity)
  }

  /// The keys that whoever is let in is given: they open all others that are known.
  func keysForNewcomers(genesis: EnvelopeID) throws -> [EpochKey] {
    let keyring = try keyring()
    return try roster(genesis: genesis).map(keyring.outermost) ?? keyring.keys
  }

  /// The epoch keys that are known.
  func keyring() throws -> Keyring {
    try property(.keyring).map { bytes in try Keyring(decoding: bytes) } ?? Keyring()
  }
}
