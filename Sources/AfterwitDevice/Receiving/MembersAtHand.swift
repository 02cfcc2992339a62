internal import AfterwitWire
internal import Synchronization

/// The members as a session saw them last, for pages that come while the database is busy storing
/// another.
final class MembersAtHand: Sendable {
  private let last = Mutex<Roster?>(nil)

  var roster: Roster? {
    get { last.withLock { $0 } }
    set { last.withLock { $0 = newValue } }
  }
}
