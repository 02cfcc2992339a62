internal import AfterwitEncoding
package import AfterwitWire

extension RelayService {
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
  /// - Parameter quota: what the journal is given, other than all are.
  package func makeCode(quota: Quota = Quota()) async throws(RelayDenial) -> String {
    let code = OperatorCode(random: environment.randomBytes(RelayLimits.codeByteCount))
    let now = environment.nowMilliseconds()
    try await write { transaction in
      try transaction.prune(now: now)
      try transaction.insertCode(code.hash, expires: now + RelayLimits.codeLifetime, quota: quota)
    }
    return code.text
  }

  /// The session of a token's hash, ended or not.
  private func session(_ hash: [UInt8]) async throws(RelayDenial) -> StoredSession? {
    let now = environment.elapsedMilliseconds()
    if let kept = sessions.session(hash, now: now) { return kept }
    let changes = sessions.changes
    guard let session = try await read({ try $0.session(hash) }) else { return nil }
    sessions.keep(session, under: hash, now: now, since: changes)
    return session
  }
}
