import AfterwitEncoding
import AfterwitRelayContract
import AfterwitSync
import AfterwitWire
import Synchronization

/// A relay that does what it is asked, and whose answer to one call about a mailbox is lost.
struct LossyRelay: ForwardingRelay {
  /// Counts the calls about mailboxes.
  final class Calls: Sendable {
    private let count = Mutex(0)
    private let lost: Int

    /// - Parameter lost: which answer is lost, from 0.
    init(losing lost: Int) { self.lost = lost }

    /// How many calls there were.
    var total: Int { count.withLock { $0 } }

    /// Counts a call; tells whether its answer arrives.
    func arrives() -> Bool {
      count.withLock { count in
        defer { count += 1 }
        return count != lost
      }
    }
  }

  let relay: any Relay
  let calls: Calls

  func openMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try passed(try await relay.openMailbox(mailbox, as: token))
  }

  func closeMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try passed(try await relay.closeMailbox(mailbox, as: token))
  }

  func leave(
    _ message: [UInt8], in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try passed(try await relay.leave(message, in: mailbox))
  }

  func collect(
    after count: Int, in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<MailboxAnswer> {
    try passed(try await relay.collect(after: count, in: mailbox))
  }

  private func passed<Value>(
    _ answer: RelayAnswer<Value>
  ) throws(RelayFailure) -> RelayAnswer<Value> {
    guard calls.arrives() else { throw .unreachable(.silence("the answer was lost")) }
    return answer
  }
}
