public import AfterwitEncoding
public import AfterwitWire

/// What a session needs from the device; each method is one short transaction.
///
/// *Held* means stored byte for byte: applied, waiting, in quarantine, or of a kind that is not
/// understood. Logs are held without gaps: an envelope is held only if the one before it is.
public protocol Replica: Sendable {
  /// The journal that the session is about, and the device that speaks.
  var request: ChallengeRequest { get }

  /// Signs a challenge's bytes with the device's signing key: a signature of 64 bytes.
  func sign(_ bytes: [UInt8]) async throws -> [UInt8]

  /// What is remembered of this relay.
  func relayState() async throws -> RelayState

  /// Replaces what is remembered of this relay.
  func remember(_ state: RelayState) async throws

  /// The bytes of the genesis envelope, which every member holds.
  func genesis() async throws -> [UInt8]

  /// The control envelopes that lead from the genesis to this device's admission, oldest first.
  ///
  /// Empty if the genesis itself admitted the device, or if its admission is not held.
  func introduction() async throws -> [[UInt8]]

  /// The tips of everything held.
  func heads() async throws -> Heads

  /// Which of some envelopes are held.
  func held(among ids: Set<EnvelopeID>) async throws -> Set<EnvelopeID>

  /// What is held and not covered by a relay's heads; remembers that the relay holds the rest.
  ///
  /// A tip that is held covers itself and what comes before it in its log. A tip that is not held
  /// covers nothing, because it may be the end of another branch.
  func lacking(_ relay: Heads) async throws -> Lacking

  /// As many of the first of these envelopes as fit a page of `limit` bytes, at least one.
  ///
  /// Sizes are counted by `Page.byteCount(of:)`. All ids name envelopes that are held.
  func bytes(of ids: [EnvelopeID], within limit: Int) async throws -> [[UInt8]]

  /// Prepares the envelopes of a page: does what admitting them needs and no transaction has to do.
  ///
  /// A session asks this for a page that it will most likely admit, while another one is stored.
  func incoming(_ envelopes: [[UInt8]]) async throws -> [IncomingEnvelope]

  /// Admits envelopes of unknown origin and remembers the relay's state, in one transaction with the
  /// last of them.
  ///
  /// The envelopes may come in any order; those of one call are admitted as if they were in order. A
  /// page that takes long is admitted in parts, each durable when it is done; where `hasTime` is
  /// false by then, the rest is left, and the state is not remembered.
  func admit(
    _ page: [IncomingEnvelope], remembering state: RelayState, while hasTime: @Sendable () -> Bool
  ) async throws -> Admission
}
