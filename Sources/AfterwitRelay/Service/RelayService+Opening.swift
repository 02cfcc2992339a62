internal import AfterwitEncoding
package import AfterwitWire
internal import Crypto

// What opens a session is looked at in the order of what it costs: first what was written in the
// relay's own hand, then who is a member, and only then what somebody brings along.

extension RelayService {
  /// Gives a challenge bound to the relay's own key, to whoever asks and whatever for.
  package func challenge(_ request: ChallengeRequest) throws(RelayDenial) -> Challenge {
    let nonce = challenges.make(
      for: request, now: environment.nowMilliseconds(), random: environment.randomBytes(8))
    let message = Challenge.signedBytes(for: request, nonce: nonce)
    guard let signature = try? signingKey.signature(for: message) else { throw RelayDenial(.busy) }
    return Challenge(
      nonce: nonce, relayKey: Array(signingKey.publicKey.rawRepresentation),
      signature: Array(signature))
  }

  /// Whether what begins a request is worth reading the rest for: the challenge is this relay's, and
  /// still good.
  /// - Throws: ``RelayDenial``: `unauthorized`.
  @discardableResult
  package func expiry(of start: SessionStart) throws(RelayDenial) -> UInt64 {
    let now = environment.nowMilliseconds()
    guard let expires = challenges.expiry(of: start.nonce, for: start.request, now: now) else {
      throw RelayDenial(.unauthorized)
    }
    return expires
  }

  /// Whether the relay is known by the address that was dialled, as far as it was told its own.
  /// - Throws: ``RelayDenial``: `address`.
  package func requireKnown(_ address: String) throws(RelayDenial) {
    guard addresses.isEmpty || addresses.contains(address) else { throw RelayDenial(.address) }
  }

  /// Whether an operator's code is good.
  /// - Throws: ``RelayDenial``: `code`.
  package func requireGood(code typed: String) async throws(RelayDenial) {
    let now = environment.nowMilliseconds()
    guard let code = OperatorCode(typed: typed),
      try await read({ try $0.holdsCode(code.hash, now: now) })
    else { throw RelayDenial(.code) }
  }

  /// Whether who logs in is a member as the relay knows them; else the rest of the request, its
  /// introduction, has to show it.
  /// - Throws: ``RelayDenial``: `unauthorized`, `address`, or `unknown` where the journal is not here
  ///   or a member did not sign.
  package func isMember(_ login: LoginRequest) async throws(RelayDenial) -> Bool {
    try expiry(of: login.start)
    try requireKnown(login.address)
    guard let roster = try await roster(of: login.start.request.journal) else {
      throw RelayDenial(.unknown)
    }
    guard let member = roster.member(login.start.request.device) else {
      try refuseShutOut(login, of: roster)
      return false
    }
    guard member.signingKey.signed(login, to: relayKey) else { throw RelayDenial(.unknown) }
    return true
  }

  /// Tells a device that was shut out, and nobody else, that it was.
  private func refuseShutOut(_ login: LoginRequest, of roster: Roster) throws(RelayDenial) {
    let device = login.start.request.device
    guard let exclusion = roster.membership.excluded[device], !exclusion.by.isEmpty,
      let key = roster.signingKey(of: device), key.signed(login, to: relayKey)
    else { return }
    throw RelayDenial(.out, by: exclusion.by)
  }

  /// Opens a session for a member that answers a challenge, introduced where the relay lost it.
  /// - Throws: ``RelayDenial``: `unauthorized` for a challenge that is old, used or not ours;
  ///   `address`; `unknown` for everything else, so that a stranger learns nothing.
  package func login(_ login: LoginRequest) async throws(RelayDenial) -> Token {
    let start = login.start
    let expires = try expiry(of: start)
    if try await !isMember(login) {
      guard let roster = try await roster(of: start.request.journal),
        await introduces(
          login.introduction, start.request.device, to: roster,
          { [relayKey] member in
            member.signingKey.signed(login, to: relayKey)
          })
      else { throw RelayDenial(.unknown) }
    }
    return try await open(start, expires: expires) { _ in }
  }

  /// Takes a journal with its genesis and an operator's code, and opens a session for a member.
  ///
  /// The code is used up only if the session is opened, in the same transaction.
  /// - Throws: ``RelayDenial``: `unauthorized`, `address`, `code`, `malformed` for a genesis that
  ///   founds nothing, and `unknown` for a journal that is here with another genesis, and for who is
  ///   no member of it.
  package func found(_ request: FoundRequest) async throws(RelayDenial) -> Token {
    let start = request.start
    let expires = try expiry(of: start)
    try requireKnown(request.address)
    try await requireGood(code: request.code)
    guard let code = OperatorCode(typed: request.code),
      let genesis = try? Envelope(parsing: request.genesis),
      let founded = try? Roster(genesis: genesis, keepsKeys: false),
      founded.journal == start.request.journal
    else { throw RelayDenial(.malformed, "The genesis envelope founds no journal.") }
    let there = try await roster(of: founded.journal)
    // An id that follows from nobody's key anybody may take; whoever has the key takes it back.
    let isSquatted = founded.isProven && there?.isProven == false
    let held = isSquatted ? nil : there
    guard held.map({ $0.genesis == genesis.id }) ?? true,
      await introduces(
        request.introduction, start.request.device, to: held ?? founded,
        { [relayKey] member in member.signingKey.signed(request, to: relayKey) })
    else { throw RelayDenial(.unknown) }
    let now = environment.nowMilliseconds()
    defer { if let there, isSquatted { sessions.forget(of: Set(there.members.map(\.device))) } }
    return try await open(start, expires: expires) { transaction in
      guard let quota = try transaction.consumeCode(code.hash, now: now) else {
        throw RelayDenial(.code)
      }
      var journal = try transaction.journal(founded.journal)
      if let squatted = journal, isSquatted, squatted.genesis == there?.genesis {
        try transaction.deleteJournal(squatted)
        journal = nil
      }
      if let journal {
        guard journal.genesis == genesis.id else { throw RelayDenial(.unknown) }
      } else {
        var journal = try transaction.insertJournal(
          founded.journal, genesis: genesis.id, quota: quota)
        journal.lastStored = now
        _ = try transaction.insert(genesis, in: journal)
      }
    }
  }

  /// Uses a challenge up and opens the session, in one transaction with what comes before it.
  private func open(
    _ start: SessionStart, expires: UInt64,
    after body: @escaping @Sendable (any RelayTransaction) throws -> Void
  ) async throws(RelayDenial) -> Token {
    let now = environment.nowMilliseconds()
    let token = newToken()
    let request = start.request
    let session = StoredSession(
      journal: request.journal, device: request.device,
      expires: now + Limits.sessionLifetime * 1000)
    try await write { transaction in
      try transaction.prune(now: now)
      try body(transaction)
      guard try transaction.useChallenge(start.nonce, expires: expires) else {
        throw RelayDenial(.unauthorized)
      }
      try transaction.insertSession(
        token.relayHash, session, limit: RelayLimits.sessionsPerDevice)
    }
    sessions.forget(of: session.device)
    return token
  }

  private func newToken() -> Token {
    guard let token = Token(environment.randomBytes(Token.byteCount)) else {
      preconditionFailure("a token's bytes were asked for")
    }
    return token
  }
}
