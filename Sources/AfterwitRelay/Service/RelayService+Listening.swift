internal import AfterwitEncoding
package import AfterwitWire

// A listener is told that it is worth looking, never what there is: what it then reads is what any
// session may read, under the rules that hold at that moment.

extension RelayService {
  /// The session of a token that may begin to listen, and counts a request of its journal.
  /// - Throws: ``RelayDenial``: `unauthorized` without a session, `unknown` for one who is no
  ///   member, `tooMany` where too many listen, `busy` when the relay stops.
  package func listening(with token: Token) async throws(RelayDenial) -> RelaySession {
    let session = try await session(for: token)
    _ = try await position(for: token)
    guard !listeners.isClosed else { throw RelayDenial(.busy) }
    guard !listeners.isFull else {
      throw RelayDenial(.tooMany, "Too many devices listen to this relay.")
    }
    return session
  }

  /// Begins to listen; ``endListening(_:)`` must follow.
  package func listen(as session: RelaySession) -> Listener {
    let listener = Listener(journal: session.journal, device: session.device)
    listeners.add(listener)
    return listener
  }

  /// Ends a listener.
  package func endListening(_ listener: Listener) {
    listeners.remove(listener)
    listener.end()
  }

  /// Ends all listeners, because the relay stops; others that come end at once.
  package func endListening() { listeners.close() }

  /// How long the order of the journal of a token is, while its session and its member last.
  /// - Throws: ``RelayDenial``: `unauthorized` when the session has ended, `unknown` for one who is
  ///   no member, `busy`.
  package func position(for token: Token) async throws(RelayDenial) -> UInt64 {
    let session = try await standingSession(for: token)
    let rosters = rosters
    let (journal, roster) = try await read { transaction in
      let journal = try transaction.known(session.journal)
      return (journal, try rosters.roster(of: journal, in: transaction))
    }
    rosters.keep(roster, of: journal)
    guard roster.member(session.device) != nil else { throw RelayDenial(.unknown) }
    return journal.end.position
  }
}
