import AfterwitEncoding
import AfterwitSync
import AfterwitWire

/// A relay that says of every page that it is stored, and forgets the last envelope of each.
struct ForgetfulRelay: Relay {
  private let relay: any Relay

  init(_ relay: any Relay) {
    self.relay = relay
  }

  func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer> {
    let answer = try await relay.append(Array(envelopes.dropLast()), as: token)
    return RelayAnswer(
      generation: answer.generation,
      value: AppendAnswer(
        outcomes: answer.value.outcomes + [.stored], before: answer.value.before,
        after: answer.value.after, heads: answer.value.heads))
  }

  func challenge(
    _ request: ChallengeRequest
  ) async throws(RelayFailure) -> RelayAnswer<Challenge> {
    try await relay.challenge(request)
  }

  func login(_ request: LoginRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try await relay.login(request)
  }

  func found(_ request: FoundRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try await relay.found(request)
  }

  func pull(
    after cursor: RelayCursor, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<PullAnswer> {
    try await relay.pull(after: cursor, as: token)
  }

  func heads(as token: Token) async throws(RelayFailure) -> RelayAnswer<HeadsAnswer> {
    try await relay.heads(as: token)
  }

  func log(
    of device: DeviceID, from first: UInt64, through last: UInt64, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<LogAnswer> {
    try await relay.log(of: device, from: first, through: last, as: token)
  }

  func openMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await relay.openMailbox(mailbox, as: token)
  }

  func closeMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await relay.closeMailbox(mailbox, as: token)
  }

  func leave(
    _ message: [UInt8], in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await relay.leave(message, in: mailbox)
  }

  func collect(
    after count: Int, in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<MailboxAnswer> {
    try await relay.collect(after: count, in: mailbox)
  }
}
