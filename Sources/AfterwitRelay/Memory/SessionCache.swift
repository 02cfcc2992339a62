internal import AfterwitEncoding
internal import Synchronization

/// Sessions in memory, so that not every request asks the storage who speaks.
///
/// A stored session never changes. It ends when its time is over, which each request checks, or
/// when its device has begun too many others: then all sessions of the device are forgotten here
/// after the commit, and one that was read before the commit is not kept. Another process may end a
/// session too, so each is read again after ``RelayLimits/cachedSessionLifetime``.
final class SessionCache: Sendable {
  private struct Entry {
    let session: StoredSession
    let readAt: UInt64
  }

  private struct State {
    var entries = BoundedMap<[UInt8], Entry>(capacity: RelayLimits.cachedSessions)
    var changes = 0
  }

  private let state = Mutex(State())

  /// How often sessions were forgotten; what is read is current while it stays the same.
  var changes: Int { state.withLock { $0.changes } }

  /// The session kept under a token's hash, ended by time or not.
  func session(_ hash: [UInt8], now: UInt64) -> StoredSession? {
    state.withLock { state in
      guard let entry = state.entries[hash], entry.readAt <= now,
        now - entry.readAt < RelayLimits.cachedSessionLifetime
      else { return nil }
      return entry.session
    }
  }

  /// Keeps a session that was read, unless sessions were forgotten since.
  func keep(_ session: StoredSession, under hash: [UInt8], now: UInt64, since changes: Int) {
    state.withLock { state in
      guard state.changes == changes else { return }
      state.entries[hash] = Entry(session: session, readAt: now)
    }
  }

  /// Forgets all sessions of some devices, which have ended.
  func forget(of devices: Set<DeviceID>) {
    state.withLock { state in
      state.changes += 1
      state.entries.removeAll { devices.contains($0.session.device) }
    }
  }

  /// Forgets all sessions of a device, of which the oldest may have ended.
  func forget(of device: DeviceID) {
    state.withLock { state in
      state.changes += 1
      state.entries.removeAll { $0.session.device == device }
    }
  }
}
