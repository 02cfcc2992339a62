internal import AfterwitSync
internal import AfterwitWire

/// One side's view of a pairing's mailbox: what was read, and what is still to come.
struct Mailbox<Time: Clock> where Time.Duration == Duration {
  let relay: any Relay
  let token: Token
  private let clock: Time
  private let pause = Duration.milliseconds(150)
  private var unread: [[UInt8]] = []
  private var readCount = 0
  private let deadline: Time.Instant

  init(relay: any Relay, token: Token, clock: Time) {
    self.relay = relay
    self.token = token
    self.clock = clock
    deadline = clock.now.advanced(by: .seconds(Limits.mailboxLifetime))
  }

  func leave(_ message: [UInt8]) async throws {
    do {
      _ = try await relay.leave(message, in: token)
    } catch .refused(.unknown, _) {
      throw DeviceFailure.pairing(.abandoned)
    }
  }

  /// Closes the mailbox, as who reads its last message does, or who gives up without one.
  ///
  /// What becomes of the pairing does not depend on it: the mailbox also closes by itself. A task
  /// that was cancelled, because its person gave up, still closes it.
  func close() async {
    let (relay, token) = (relay, token)
    await Task { _ = try? await relay.closeMailbox(token.mailbox, as: token) }.value
  }

  /// Waits for the next message, as long as the mailbox is open.
  ///
  /// - Parameter waiting: called if the message is not there yet.
  mutating func next(waiting: () -> Void) async throws -> [UInt8] {
    var isWaiting = false
    while unread.isEmpty {
      guard clock.now < deadline else { throw DeviceFailure.pairing(closed) }
      do {
        unread = try await relay.collect(after: readCount, in: token).value.messages
      } catch .refused(.unknown, _) {
        throw DeviceFailure.pairing(closed)
      }
      readCount += unread.count
      guard unread.isEmpty else { break }
      if !isWaiting { waiting() }
      isWaiting = true
      try await clock.sleep(for: pause)
    }
    return unread.removeFirst()
  }

  /// What it means that the mailbox is not open: a relay does not say whether it ever was.
  private var closed: PairingFact { readCount == 0 ? .staleInvite : .abandoned }
}
