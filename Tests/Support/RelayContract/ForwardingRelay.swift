public import AfterwitEncoding
public import AfterwitSync
public import AfterwitWire

/// A relay that passes calls on to another one, but for those that a test alters.
public protocol ForwardingRelay: Relay {
  /// The relay behind it.
  var relay: any Relay { get }
}

extension ForwardingRelay {
  /// Where the relay behind it is dialled.
  public var address: String { relay.address }

  /// The challenge of the relay behind it.
  public func challenge(
    _ request: ChallengeRequest
  ) async throws(RelayFailure) -> RelayAnswer<Challenge> {
    try await relay.challenge(request)
  }

  /// A session at the relay behind it.
  public func login(_ request: LoginRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try await relay.login(request)
  }

  /// A session at the relay behind it, which gets the journal.
  public func found(_ request: FoundRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try await relay.found(request)
  }

  /// What the relay behind it makes of a page.
  public func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer> {
    try await relay.append(envelopes, as: token)
  }

  /// A page of the order of the relay behind it.
  public func pull(
    after cursor: RelayCursor, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<PullAnswer> {
    try await relay.pull(after: cursor, as: token)
  }

  /// What the relay behind it holds.
  public func heads(as token: Token) async throws(RelayFailure) -> RelayAnswer<HeadsAnswer> {
    try await relay.heads(as: token)
  }

  /// A part of a log at the relay behind it.
  public func log(
    of device: DeviceID, from first: UInt64, through last: UInt64, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<LogAnswer> {
    try await relay.log(of: device, from: first, through: last, as: token)
  }

  /// A mailbox at the relay behind it.
  public func openMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await relay.openMailbox(mailbox, as: token)
  }

  /// No mailbox any more at the relay behind it.
  public func closeMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await relay.closeMailbox(mailbox, as: token)
  }

  /// A message in a mailbox at the relay behind it.
  public func leave(
    _ message: [UInt8], in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await relay.leave(message, in: mailbox)
  }

  /// The messages of a mailbox at the relay behind it.
  public func collect(
    after count: Int, in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<MailboxAnswer> {
    try await relay.collect(after: count, in: mailbox)
  }
}
