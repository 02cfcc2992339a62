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
  private var random: EnvironmentRandom
  /// What it means to this side that the mailbox is closed before anything was read in it.
  private let closedUnread: PairingFact

  init(
    relay: any Relay, token: Token, clock: Time, random: EnvironmentRandom,
    closedUnread: PairingFact = .staleInvite
  ) {
    self.relay = relay
    self.token = token
    self.clock = clock
    self.random = random
    self.closedUnread = closedUnread
    deadline = clock.now.advanced(by: .seconds(Limits.mailboxLifetime))
  }

  /// Opens the mailbox for a session of the journal.
  mutating func open(as session: Token) async throws {
    let (relay, id) = (relay, token.mailbox)
    _ = try await calling { () async throws(RelayFailure) in
      try await relay.openMailbox(id, as: session)
    }
  }

  /// Leaves a message; it may lie in the mailbox twice then, which changes nothing (AW-SEAL-33).
  mutating func leave(_ message: [UInt8]) async throws {
    let (relay, token) = (relay, token)
    do {
      _ = try await calling { () async throws(RelayFailure) in
        try await relay.leave(message, in: token)
      }
    } catch RelayFailure.refused(.unknown, _) {
      throw DeviceFailure.pairing(.abandoned)
    }
  }

  /// The messages of the mailbox after the first so many.
  mutating func messages(after count: Int = 0) async throws -> [[UInt8]] {
    let (relay, token) = (relay, token)
    do {
      return try await calling { () async throws(RelayFailure) in
        try await relay.collect(after: count, in: token).value.messages
      }
    } catch RelayFailure.refused(.unknown, _) {
      throw DeviceFailure.pairing(closed)
    }
  }

  /// Closes the mailbox, as who reads its last message does, or who gives up without one.
  ///
  /// What becomes of the pairing does not depend on it: the mailbox also closes by itself. A task
  /// that was cancelled, because its person gave up, still closes it.
  func close() async {
    let mailbox = self
    await Task {
      var mailbox = mailbox
      let (relay, token) = (mailbox.relay, mailbox.token)
      _ = try? await mailbox.calling { () async throws(RelayFailure) in
        try await relay.closeMailbox(token.mailbox, as: token)
      }
    }.value
  }

  /// Waits for the next message, as long as the mailbox is open.
  ///
  /// - Parameter waiting: called if the message is not there yet.
  mutating func next(waiting: () -> Void) async throws -> [UInt8] {
    var isWaiting = false
    while unread.isEmpty {
      guard clock.now < deadline else { throw DeviceFailure.pairing(closed) }
      unread = try await messages(after: readCount)
      readCount += unread.count
      guard unread.isEmpty else { break }
      if !isWaiting { waiting() }
      isWaiting = true
      try await clock.sleep(for: pause)
    }
    return unread.removeFirst()
  }

  /// What it means that the mailbox is not open: a relay does not say whether it ever was.
  private var closed: PairingFact { readCount == 0 ? closedUnread : .abandoned }

  /// Makes a call to the relay, again where its answer was lost (AW-SYNC-13).
  private mutating func calling<Value>(
    _ call: () async throws(RelayFailure) -> Value
  ) async throws -> Value {
    try await RetryPolicy().calling(before: deadline, clock: clock, random: &random, call)
  }
}
