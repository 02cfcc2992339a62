internal import AfterwitRelay
internal import AfterwitWire
internal import Synchronization

/// Lets so many in at a time, and sends others away: for what strangers can ask for and that is dear.
final class Turnstile: Sendable {
  private let capacity: Int
  private let count = Mutex(0)

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Takes a place; ``leave()`` must follow.
  /// - Throws: ``RelayDenial`` with `busy` if there is none.
  func enter() throws(RelayDenial) {
    let isIn = count.withLock { count in
      guard count < capacity else { return false }
      count += 1
      return true
    }
    guard isIn else { throw RelayDenial(.busy, retryAfterSeconds: 1) }
  }

  /// Gives the place back.
  func leave() { count.withLock { $0 -= 1 } }
}
