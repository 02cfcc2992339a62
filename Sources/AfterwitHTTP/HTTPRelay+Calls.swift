public import AfterwitEncoding
public import AfterwitSync
public import AfterwitWire

extension HTTPRelay {
  /// `POST /v1/challenges`.
  public func challenge(
    _ request: ChallengeRequest
  ) async throws(RelayFailure) -> RelayAnswer<Challenge> {
    try await call(.post, RelayCall.challenges, body: request.bytes) {
      bytes throws(DecodingFailure) in try Challenge(decoding: bytes)
    }
  }

  /// `POST /v1/sessions`.
  public func login(_ request: LoginRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try await call(.post, RelayCall.sessions, body: request.bytes, Self.token)
  }

  /// `POST /v1/journals`.
  public func found(_ request: FoundRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try await call(.post, RelayCall.journals, body: request.bytes, Self.token)
  }

  /// `POST /v1/envelopes`.
  public func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer> {
    var builder = ByteBuilder()
    Page.encode(envelopes, into: &builder)
    return try await call(
      .post, RelayCall.envelopes, token: token, body: builder.bytes
    ) { bytes throws(DecodingFailure) in try AppendAnswer(decoding: bytes) }
  }

  /// `GET /v1/envelopes?after=CURSOR`.
  public func pull(
    after cursor: RelayCursor, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<PullAnswer> {
    try await call(
      .get, "\(RelayCall.envelopes)?after=\(cursor.text)", token: token
    ) { bytes throws(DecodingFailure) in try PullAnswer(decoding: bytes) }
  }

  /// `GET /v1/heads`.
  public func heads(as token: Token) async throws(RelayFailure) -> RelayAnswer<HeadsAnswer> {
    try await call(.get, RelayCall.heads, token: token) {
      bytes throws(DecodingFailure) in try HeadsAnswer(decoding: bytes)
    }
  }

  /// `GET /v1/logs/DEVICE?from=N&to=N`.
  public func log(
    of device: DeviceID, from first: UInt64, through last: UInt64, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<LogAnswer> {
    let path = "\(RelayCall.logs)/\(device)?from=\(first)&to=\(last)"
    return try await call(.get, path, token: token) {
      bytes throws(DecodingFailure) in try LogAnswer(decoding: bytes)
    }
  }

  /// `PUT /v1/mailboxes/ID`.
  public func openMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await call(.put, "\(RelayCall.mailboxes)/\(mailbox)", token: token) { _ in }
  }

  /// `DELETE /v1/mailboxes/ID`.
  public func closeMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await call(.delete, "\(RelayCall.mailboxes)/\(mailbox)", token: token) { _ in }
  }

  /// `POST /v1/mailbox`.
  public func leave(
    _ message: [UInt8], in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await call(.post, RelayCall.mailbox, token: mailbox, body: message) { _ in }
  }

  /// `GET /v1/mailbox?after=N`.
  public func collect(
    after count: Int, in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<MailboxAnswer> {
    try await call(.get, "\(RelayCall.mailbox)?after=\(count)", token: mailbox) {
      bytes throws(DecodingFailure) in try MailboxAnswer(decoding: bytes)
    }
  }

  private static func token(_ bytes: [UInt8]) throws(DecodingFailure) -> Token {
    guard let token = Token(bytes) else { throw DecodingFailure(offset: 0, reason: .truncated) }
    return token
  }
}
