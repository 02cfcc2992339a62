internal import AfterwitEncoding
package import AfterwitWire
internal import Crypto

extension RelayService {
  /// Gives a challenge bound to the relay's own key, to whoever asks and whatever for.
  package func challenge(_ request: ChallengeRequest) throws(RelayDenial) -> Challenge {
    let nonce = challenges.make(
      for: request, now: environment.nowMilliseconds(), random: environment.randomBytes(8))
    guard
      let key = try? Curve25519.Signing.PrivateKey(
        rawRepresentation: storage.identity.signingSeed),
      let signature = try? key.signature(
        for: Challenge.signedBytes(for: request, nonce: nonce))
    else { throw RelayDenial(.busy) }
    return Challenge(
      nonce: nonce, relayKey: Array(key.publicKey.rawRepresentation),
      signature: Array(signature))
  }

  /// Opens a session for a member that answers a challenge, introduced where the relay lost it.
  /// - Throws: ``RelayDenial``: `unauthorized` for a challenge that is old, used or not ours;
  ///   `unknown` for everything else, so that a stranger learns nothing.
  package func login(_ login: LoginRequest) async throws(RelayDenial) -> Token {
    let now = environment.nowMilliseconds()
    guard let expires = challenges.expiry(of: login.nonce, for: login.request, now: now),
      let key = try? Curve25519.Signing.PrivateKey(
        rawRepresentation: storage.identity.signingSeed)
    else { throw RelayDenial(.unauthorized) }
    let message =
      Domain.login.bytes + Array(key.publicKey.rawRepresentation) + login.request.bytes
      + login.nonce
    guard let roster = try await roster(of: login.request.journal),
      let member = try? roster.introduced(by: login.introduction)
        .member(login.request.device),
      member.signingKey.isValid(login.signature, for: message)
    else { throw RelayDenial(.unknown) }
    let token = newToken()
    let session = session(journal: login.request.journal, device: login.request.device, now: now)
    try await write { transaction in
      try transaction.prune(now: now)
      guard try transaction.useChallenge(login.nonce, expires: expires) else {
        throw RelayDenial(.unauthorized)
      }
      try transaction.insertSession(
        token.relayHash, session, limit: RelayLimits.sessionsPerDevice)
    }
    sessions.forget(of: session.device)
    return token
  }

  /// Takes a journal with its genesis and an operator's code, and opens a session.
  ///
  /// The code is used up only if the session is opened, in the same transaction.
  /// - Throws: ``RelayDenial``: `malformed` for a genesis that founds nothing, `code`, and
  ///   `unknown` for a journal that is here with another genesis.
  package func found(_ request: FoundRequest) async throws(RelayDenial) -> Token {
    guard let code = OperatorCode(typed: request.code) else { throw RelayDenial(.code) }
    let now = environment.nowMilliseconds()
    guard try await read({ try $0.holdsCode(code.hash, now: now) }) else {
      throw RelayDenial(.code)
    }
    guard let genesis = try? Envelope(parsing: request.genesis),
      let roster = try? Roster(genesis: genesis)
    else { throw RelayDenial(.malformed, "The genesis envelope founds no journal.") }
    let token = newToken()
    let session = session(journal: roster.journal, device: request.device, now: now)
    try await write { transaction in
      try transaction.prune(now: now)
      guard try transaction.consumeCode(code.hash, now: now) else { throw RelayDenial(.code) }
      if let journal = try transaction.journal(roster.journal) {
        guard journal.genesis == genesis.id else { throw RelayDenial(.unknown) }
      } else {
        let journal = try transaction.insertJournal(roster.journal, genesis: genesis.id)
        _ = try transaction.insert(genesis, in: journal)
      }
      try transaction.insertSession(
        token.relayHash, session, limit: RelayLimits.sessionsPerDevice)
    }
    sessions.forget(of: session.device)
    return token
  }

  /// Turns a token into the session it stands for, and counts a request of its journal.
  /// - Throws: ``RelayDenial``: `unauthorized` when there is none or it has ended.
  package func session(for token: Token) async throws(RelayDenial) -> RelaySession {
    let session = try await standingSession(for: token)
    try admit(.journal(session.journal))
    return session
  }

  /// The session that a token stands for, without counting a request.
  func standingSession(for token: Token) async throws(RelayDenial) -> RelaySession {
    guard let session = try await session(token.relayHash),
      environment.nowMilliseconds() < session.expires
    else { throw RelayDenial(.unauthorized) }
    return RelaySession(journal: session.journal, device: session.device)
  }

  /// Makes a code that brings one journal here, as it is printed for a person.
  package func makeCode() async throws(RelayDenial) -> String {
    let code = OperatorCode(random: environment.randomBytes(RelayLimits.codeByteCount))
    let now = environment.nowMilliseconds()
    try await write { transaction in
      try transaction.prune(now: now)
      try transaction.insertCode(code.hash, expires: now + RelayLimits.codeLifetime)
    }
    return code.text
  }

  /// The members of a journal, or `nil` for a journal that is not here.
  func roster(of id: JournalID) async throws(RelayDenial) -> Roster? {
    let rosters = rosters
    let found = try await read { transaction -> (StoredJournal, Roster)? in
      guard let journal = try transaction.journal(id) else { return nil }
      return (journal, try rosters.roster(of: journal, in: transaction))
    }
    guard let (journal, roster) = found else { return nil }
    rosters.keep(roster, of: journal)
    return roster
  }

  /// The session of a token's hash, ended or not.
  private func session(_ hash: [UInt8]) async throws(RelayDenial) -> StoredSession? {
    let now = environment.nowMilliseconds()
    if let kept = sessions.session(hash, now: now) { return kept }
    let changes = sessions.changes
    guard let session = try await read({ try $0.session(hash) }) else { return nil }
    sessions.keep(session, under: hash, now: now, since: changes)
    return session
  }

  private func session(journal: JournalID, device: DeviceID, now: UInt64) -> StoredSession {
    StoredSession(
      journal: journal, device: device, expires: now + Limits.sessionLifetime * 1000)
  }

  private func newToken() -> Token {
    guard let token = Token(environment.randomBytes(Token.byteCount)) else {
      preconditionFailure("a token's bytes were asked for")
    }
    return token
  }
}
