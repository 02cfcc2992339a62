public import AfterwitEncoding
public import AfterwitWire

/// A relay as a device sees it: the abstract transactions of Protocol/6-relay.
///
/// Bindings are HTTP, and in tests memory; all pass one suite.
public protocol Relay: Sendable {
  /// Asks for a challenge bound to the relay's own key.
  func challenge(
    _ request: ChallengeRequest
  ) async throws(RelayFailure) -> RelayAnswer<Challenge>

  /// Answers a challenge; the token is good for ``Limits/sessionLifetime``.
  func login(_ request: LoginRequest) async throws(RelayFailure) -> RelayAnswer<Token>

  /// Brings a journal to the relay with an operator's code.
  func found(_ request: FoundRequest) async throws(RelayFailure) -> RelayAnswer<Token>

  /// Appends envelopes, at most ``Limits/page`` bytes of them; durable when it returns.
  func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer>

  /// Gives the page of the relay's order that follows a cursor.
  func pull(
    after cursor: RelayCursor, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<PullAnswer>

  /// Gives the tips of every log.
  func heads(as token: Token) async throws(RelayFailure) -> RelayAnswer<HeadsAnswer>

  /// Gives a part of one log, from its first number; as much as fits a page.
  func log(
    of device: DeviceID, from first: UInt64, through last: UInt64, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<LogAnswer>

  /// Opens a mailbox for ``Limits/mailboxLifetime``.
  func openMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void>

  /// Closes a mailbox and forgets its messages.
  func closeMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void>

  /// Leaves a message in the mailbox that the token opens.
  func leave(
    _ message: [UInt8], in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void>

  /// Gives the messages of a mailbox after the first `count`.
  func collect(
    after count: Int, in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<MailboxAnswer>
}

/// What a relay answered, and in which life of its storage.
public struct RelayAnswer<Value: Sendable>: Sendable {
  /// The relay's generation; another than before means that its storage began anew.
  public let generation: Generation
  /// The answer itself.
  public let value: Value

  /// An answer of given parts.
  public init(generation: Generation, value: Value) {
    self.generation = generation
    self.value = value
  }
}

/// Why a relay gave no answer that can be used.
public enum RelayFailure: Error, Hashable, Sendable {
  /// Nothing answered: no name, no connection, no time left; in words for a person.
  case unreachable(String)
  /// Something answered that is not a relay, or not wholly; in words for a person.
  case notARelay(String)
  /// The relay refused; it may have said after how many seconds to ask again.
  case refused(RelayRefusal, retryAfterSeconds: Int?)
}
