public import AfterwitEncoding
public import AfterwitWire

/// A relay as a device sees it: the abstract transactions of Protocol/6-relay.
///
/// It is bound to HTTP, and in tests to memory; all bindings pass one suite.
public protocol Relay: Sendable {
  /// Where it is dialled: what a device signs, so that no other relay can use the signature.
  var address: String { get }

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

  /// Gives a part of one log from its first number on, as much as fits a page.
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

/// What a relay answered, and the life of its storage in which it did.
public struct RelayAnswer<Value: Sendable>: Sendable {
  /// The relay's generation; if it differs from the one before, the storage has begun anew.
  public let generation: Generation
  /// The answer itself.
  public let value: Value

  /// An answer of given parts.
  public init(generation: Generation, value: Value) {
    self.generation = generation
    self.value = value
  }
}

/// Why there is no usable answer of a relay.
public enum RelayFailure: Error, Hashable, Sendable {
  /// Nothing answered.
  case unreachable(RelayObstacle)
  /// What answered is not a relay, or the answer is not whole; in words for a person.
  case notARelay(String)
  /// Its key is not the one that is remembered of its address.
  case otherKey
  /// It stored no more, because what its operator gives the journal is used up.
  case overQuota(QuotaUse)
  /// The relay says that the device was shut out of its journal, and by whom, if it says that too.
  case shutOut(by: [DeviceID])
  /// The relay refused; it may have said how many seconds to wait before asking again.
  case refused(RelayRefusal, retryAfterSeconds: Int?)
}
