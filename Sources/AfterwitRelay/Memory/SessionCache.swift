internal import AfterwitEncoding
internal import Synchronization

/// Sessions in memory, so that not every request asks the storage who speaks.
///
/// A session that is stored never changes; it ends by time, which each request checks, or because
/// its device began too many others. Those are forgotten here as soon as that is committed, and
/// what was read meanwhile is not kept. A session is read again after
/// ``RelayLimits/cachedSessionLifetime``, should another process have ended it.
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

  /// Forgets all sessions of a device, of which the oldest may have ended.
  func forget(of device: DeviceID) {
    state.withLock { state in
      state.changes += 1
      state.entries.removeAll { $0.session.device == device }
    }
  }
}
