public import AfterwitEncoding
public import AfterwitSync
public import AfterwitWire
internal import Crypto

extension MemoryRelay {
  /// A new challenge, signed.
  public func challenge(
    _ request: ChallengeRequest
  ) async throws(RelayFailure) -> RelayAnswer<Challenge> {
    try begin(.challenge)
    let nonce = randomBytes(32)
    challenges.insert(nonce)
    let message = Challenge.signedBytes(for: request, nonce: nonce)
    guard let signature = try? key.signature(for: message) else {
      throw .notARelay("it cannot sign")
    }
    return try answer(
      .challenge,
      Challenge(
        nonce: nonce, relayKey: Array(key.publicKey.rawRepresentation),
        signature: Array(signature)))
  }

  /// A session, for a member's signature.
  public func login(_ request: LoginRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try begin(.login)
    let start = request.start
    let challenge = try challenge(of: start)
    guard let shelf = storage.shelves[start.request.journal] else {
      throw .refused(.unknown, retryAfterSeconds: nil)
    }
    try requireMember(
      of: shelf.roster, start, introducedBy: request.introduction,
      signing: challenge.loginBytes(for: start.request, at: request.address))
    challenges.remove(start.nonce)
    return try answer(.login, try open(start.request))
  }

  /// A new journal, for a code.
  public func found(_ request: FoundRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try begin(.found)
    let start = request.start
    let challenge = try challenge(of: start)
    guard storage.codes.contains(request.code) else {
      throw .refused(.code, retryAfterSeconds: nil)
    }
    guard let genesis = try? Envelope(parsing: request.genesis),
      let shelf = try? Shelf(genesis: genesis), genesis.header.journal == start.request.journal
    else { throw .refused(.malformed, retryAfterSeconds: nil) }
    try requireMember(
      of: shelf.roster, start, introducedBy: request.introduction,
      signing: challenge.foundingBytes(
        for: start.request, at: request.address, code: request.code))
    challenges.remove(start.nonce)
    storage.codes.remove(request.code)
    let journal = genesis.header.journal
    if storage.shelves[journal] == nil { storage.shelves[journal] = shelf }
    return try answer(.found, try open(start.request))
  }

  /// The challenge that a request answers, which this relay made.
  private func challenge(of start: SessionStart) throws(RelayFailure) -> Challenge {
    guard challenges.contains(start.nonce) else {
      throw .refused(.unauthorized, retryAfterSeconds: nil)
    }
    return Challenge(
      nonce: start.nonce, relayKey: Array(key.publicKey.rawRepresentation),
      signature: [UInt8](repeating: 0, count: 64))
  }

  private func requireMember(
    of roster: Roster, _ start: SessionStart, introducedBy introduction: [[UInt8]],
    signing message: [UInt8]
  ) throws(RelayFailure) {
    guard
      let member = try? roster.introduced(by: introduction).member(start.request.device),
      member.signingKey.isValid(start.signature, for: message)
    else { throw .refused(.unknown, retryAfterSeconds: nil) }
  }

  /// Ends every session, as time does.
  public func endSessions() { storage.tokens = [:] }

  private func open(_ request: ChallengeRequest) throws(RelayFailure) -> Token {
    guard let token = Token(randomBytes(32)) else { throw .notARelay("32 bytes") }
    storage.tokens[token] = request
    return token
  }

  /// The journal whose session a token is of.
  func journal(of token: Token) throws(RelayFailure) -> JournalID {
    guard let request = storage.tokens[token] else {
      throw .refused(.unauthorized, retryAfterSeconds: nil)
    }
    return request.journal
  }

  func shelf(of token: Token) throws(RelayFailure) -> Shelf {
    guard let shelf = storage.shelves[try journal(of: token)] else {
      throw .refused(.unknown, retryAfterSeconds: nil)
    }
    return shelf
  }
}

extension MemoryRelay: Relay {
  /// An open mailbox.
  public func openMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try begin(.mailbox)
    _ = try journal(of: token)
    mailboxes[mailbox] = mailboxes[mailbox] ?? []
    return try answer(.mailbox, ())
  }

  /// No mailbox.
  public func closeMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try begin(.mailbox)
    if token.mailbox != mailbox { _ = try journal(of: token) }
    mailboxes[mailbox] = nil
    return try answer(.mailbox, ())
  }

  /// One more message.
  public func leave(
    _ message: [UInt8], in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try begin(.mailbox)
    guard let messages = mailboxes[mailbox.mailbox] else {
      throw .refused(.unknown, retryAfterSeconds: nil)
    }
    guard message.count <= Limits.mailboxMessage else {
      throw .refused(.tooLarge, retryAfterSeconds: nil)
    }
    guard messages.count < Limits.mailboxCount else {
      throw .refused(.tooMany, retryAfterSeconds: nil)
    }
    mailboxes[mailbox.mailbox]?.append(message)
    return try answer(.mailbox, ())
  }

  /// The messages after the first `count`.
  public func collect(
    after count: Int, in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<MailboxAnswer> {
    try begin(.mailbox)
    guard let messages = mailboxes[mailbox.mailbox] else {
      throw .refused(.unknown, retryAfterSeconds: nil)
    }
    return try answer(.mailbox, MailboxAnswer(messages: Array(messages.dropFirst(count))))
  }
}
