package import AfterwitEncoding
internal import AfterwitWire
internal import Crypto
internal import Synchronization

/// Everything a relay decides, without HTTP: the abstract transactions of Protocol/6-relay.
///
/// Time and randomness come from its environment and all that lasts is in its storage, so a
/// simulator can drive it as well as a server. Callers first turn a token into a
/// ``RelaySession``: nothing of a request's body is looked at before.
package final class RelayService: Sendable {
  /// Names this life of the storage; belongs on every answer.
  package var generation: Generation { storage.identity.generation }

  let storage: any RelayStorage
  /// The clocks and randomness that it goes by.
  package let environment: RelayEnvironment
  let challenges: ChallengeNonces
  let signingKey: Curve25519.Signing.PrivateKey
  let relayKey: [UInt8]
  let addresses: Set<String>
  /// What all journals are given that were given nothing else.
  let quota: Quota
  let rosters: RosterCache
  let folds: RosterFolds
  let sessions: SessionCache
  let listeners: Listeners
  let appends: AppendQueue
  let troubles: Troubles
  private let rate: RelayRate
  private let rates: Mutex<RequestRates>

  /// A service over a storage.
  /// - Parameters:
  ///   - storage: what it keeps.
  ///   - environment: clocks and randomness.
  ///   - rate: how many requests each address and each journal may send.
  ///   - addresses: by which devices dial it; where there are none, it takes what they say.
  ///   - quota: what each journal is given, unless it was given something else.
  package init(
    storage: any RelayStorage, environment: RelayEnvironment, rate: RelayRate = RelayRate(),
    addresses: Set<String> = [], quota: Quota = Quota()
  ) {
    self.storage = storage
    self.environment = environment
    self.addresses = addresses
    self.quota = quota
    challenges = ChallengeNonces(key: storage.identity.challengeKey)
    guard
      let key = try? Curve25519.Signing.PrivateKey(
        rawRepresentation: storage.identity.signingSeed)
    else { preconditionFailure("any 32 bytes are a key") }
    signingKey = key
    relayKey = Array(key.publicKey.rawRepresentation)
    rosters = RosterCache()
    folds = RosterFolds(storage: storage, rosters: rosters)
    sessions = SessionCache()
    listeners = Listeners()
    troubles = Troubles()
    appends = AppendQueue(
      storage: storage, rosters: rosters, sessions: sessions, listeners: listeners,
      troubles: troubles, quota: quota, now: environment.nowMilliseconds)
    self.rate = rate
    rates = Mutex(RequestRates())
  }

  /// Counts a request of an address, before anything else is done for it.
  /// - Throws: ``RelayDenial`` with `tooMany` when the address sent too many.
  package func admit(address: String) throws(RelayDenial) {
    try admit(.address(address))
  }

  /// Counts a request of a source, at a rate of its own or that of all.
  func admit(_ source: RequestRates.Source, rate: RelayRate? = nil) throws(RelayDenial) {
    let now = environment.elapsedMilliseconds()
    let rate = rate ?? self.rate
    let wait = rates.withLock { $0.take(source, at: rate, now: now) }
    guard let wait else { return }
    throw RelayDenial(.tooMany, retryAfterSeconds: wait)
  }

  /// Reads from the storage; its failures become `busy`, which a client tries again.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws(RelayDenial) -> Value {
    do {
      return try await storage.read(body)
    } catch {
      throw troubles.denial(of: error)
    }
  }

  /// The members of a journal, or `nil` for a journal that is not here.
  func roster(of id: JournalID) async throws(RelayDenial) -> Roster? {
    do {
      return try await folds.roster(of: id)
    } catch {
      throw troubles.denial(of: error)
    }
  }

  /// Writes to the storage; nothing is written when the body throws.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws(RelayDenial) -> Value {
    do {
      return try await storage.write(body)
    } catch {
      throw troubles.denial(of: error)
    }
  }
}
