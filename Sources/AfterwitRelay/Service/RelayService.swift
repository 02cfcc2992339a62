package import AfterwitEncoding
internal import AfterwitWire
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
  let environment: RelayEnvironment
  let challenges: ChallengeNonces
  let rosters: RosterCache
  let sessions: SessionCache
  let listeners: Listeners
  let appends: AppendQueue
  private let rates: Mutex<RequestRates>

  /// A service over a storage.
  package init(
    storage: any RelayStorage, environment: RelayEnvironment, rate: RelayRate = RelayRate()
  ) {
    self.storage = storage
    self.environment = environment
    challenges = ChallengeNonces(key: storage.identity.challengeKey)
    rosters = RosterCache()
    sessions = SessionCache()
    listeners = Listeners()
    appends = AppendQueue(storage: storage, rosters: rosters, listeners: listeners)
    rates = Mutex(RequestRates(rate: rate))
  }

  /// Counts a request of an address, before anything else is done for it.
  /// - Throws: ``RelayDenial`` with `tooMany` when the address sent too many.
  package func admit(address: String) throws(RelayDenial) {
    try admit(.address(address))
  }

  func admit(_ source: RequestRates.Source) throws(RelayDenial) {
    let now = environment.nowMilliseconds()
    let wait = rates.withLock { $0.take(source, now: now) }
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
      throw error as? RelayDenial ?? RelayDenial(.busy)
    }
  }

  /// Writes to the storage; nothing is written when the body throws.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws(RelayDenial) -> Value {
    do {
      return try await storage.write(body)
    } catch {
      throw error as? RelayDenial ?? RelayDenial(.busy)
    }
  }
}
