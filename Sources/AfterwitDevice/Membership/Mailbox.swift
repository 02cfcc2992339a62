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
    _ = try await relay.leave(message, in: token)
  }

  /// Waits for the next message, as long as the mailbox is open.
  mutating func next() async throws -> [UInt8] {
    while unread.isEmpty {
      guard clock.now < deadline else { throw DeviceFailure.pairing(.badInvite) }
      do {
        unread = try await relay.collect(after: readCount, in: token).value.messages
      } catch .refused(.unknown, _) {
        throw DeviceFailure.pairing(.badInvite)
      }
      readCount += unread.count
      if unread.isEmpty { try await clock.sleep(for: pause) }
    }
    return unread.removeFirst()
  }
}
