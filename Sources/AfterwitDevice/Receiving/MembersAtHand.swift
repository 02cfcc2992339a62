internal import AfterwitWire
internal import Synchronization

/// The members as a session saw them last: a page that comes while another one is stored cannot ask
/// the database, which is busy.
final class MembersAtHand: Sendable {
  private let last = Mutex<Roster?>(nil)

  var roster: Roster? {
    get { last.withLock { $0 } }
    set { last.withLock { $0 = newValue } }
  }
}
