internal import AfterwitRelay
internal import NIOCore
internal import Synchronization

/// All connections of a server: who has how many, and which goes when there is no room.
///
/// There is always room for one more, unless all that stand are of sessions: the oldest connection
/// that has shown none goes, of the address that has the most of them. So idle connections of one
/// stranger push out each other. Cost: a step for each connection, only when there is no room.
final class ConnectionBook: Sendable {
  /// How many there may be.
  struct Limits: Sendable {
    /// Of all addresses together.
    var all = RelayLimits.connections
    /// Of one address that is no proxy.
    var ofAddress = RelayLimits.connectionsOfAddress
  }

  private struct Entry: Sendable {
    let address: String
    let channel: any Channel
    let number: UInt64
    var isOfSession = false
  }

  private struct State {
    var entries: [ObjectIdentifier: Entry] = [:]
    var counts: [String: Int] = [:]
    var opened: UInt64 = 0
  }

  private let limits: Limits
  private let state = Mutex(State())

  init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Notes a connection, and closes another, or this one, where there is no room.
  /// - Parameter isOfProxy: whether it stands for many addresses.
  func open(_ channel: any Channel, of address: String, isOfProxy: Bool) {
    let closed = state.withLock { state -> (any Channel)? in
      let own = isOfProxy ? limits.all : limits.ofAddress
      var closed: (any Channel)?
      if state.counts[address, default: 0] >= own {
        closed = Self.evict(from: &state) { $0 == address }
        if closed == nil { return channel }
      } else if state.entries.count >= limits.all {
        closed = Self.evict(from: &state) { _ in true }
        if closed == nil { return channel }
      }
      state.opened += 1
      state.entries[ObjectIdentifier(channel)] = Entry(
        address: address, channel: channel, number: state.opened)
      state.counts[address, default: 0] += 1
      return closed
    }
    // Not at once: this one is still being set up.
    if let closed { closed.eventLoop.execute { closed.close(promise: nil) } }
  }

  /// Notes that a session was shown on a connection, which keeps its place.
  func showSession(on channel: any Channel) {
    state.withLock { $0.entries[ObjectIdentifier(channel)]?.isOfSession = true }
  }

  /// Forgets a connection.
  func close(_ channel: any Channel) {
    state.withLock { Self.remove(ObjectIdentifier(channel), from: &$0) }
  }

  /// How many connections there are.
  var count: Int { state.withLock { $0.entries.count } }

  private static func evict(
    from state: inout State, where isMeant: (String) -> Bool
  ) -> (any Channel)? {
    let strangers = state.entries.filter { !$0.value.isOfSession && isMeant($0.value.address) }
    let oldest = strangers.min { left, right in
      let (most, fewer) = (
        state.counts[left.value.address, default: 0], state.counts[right.value.address, default: 0]
      )
      return most != fewer ? most > fewer : left.value.number < right.value.number
    }
    guard let oldest else { return nil }
    remove(oldest.key, from: &state)
    return oldest.value.channel
  }

  private static func remove(_ key: ObjectIdentifier, from state: inout State) {
    guard let entry = state.entries.removeValue(forKey: key) else { return }
    let left = state.counts[entry.address, default: 1] - 1
    state.counts[entry.address] = left > 0 ? left : nil
  }
}
