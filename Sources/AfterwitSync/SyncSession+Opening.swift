internal import AfterwitEncoding
internal import AfterwitWire

// A session gets its token in one of four ways, tried in this order: the device remembers one; it
// signs a challenge; it signs a challenge and shows the relay that it is a member; or it brings an
// operator's code.
extension SyncSession {
  /// Begins the exchange with a token: after the cursor if there is one, else with heads.
  mutating func exchange() -> Effect {
    guard let token = memory.token else { return challenge() }
    guard let cursor = memory.cursor, report.pullFailure == nil else {
      state = .askingHeads
      return .askHeads(as: token)
    }
    state = .pulling(after: cursor)
    return .pull(after: cursor, as: token)
  }

  mutating func challenge() -> Effect {
    state = .challenging
    return .challenge(request)
  }

  mutating func handleOpening(_ event: Event) -> Effect {
    switch (state, event) {
    case (_, .challenged(let generation, let challenge)):
      _ = note(generation)
      guard challenge.isSigned(for: request) else {
        return end(.failed(.notARelay("its challenge is not signed with its own key")))
      }
      guard challenge.relayKey == memory.relayKey ?? challenge.relayKey else {
        return end(.failed(.otherKey))
      }
      memory.relayKey = challenge.relayKey
      state = .signing(challenge)
      return .sign(
        progress.founding.map { founding in
          challenge.foundingBytes(for: request, at: address, code: founding.code)
        } ?? challenge.loginBytes(for: request, at: address))
    case (.signing(let challenge), .signed(let signature)):
      return answer(
        SessionStart(request: request, nonce: challenge.nonce, signature: signature))
    case (_, .introduction(let envelopes)):
      progress.introduction = envelopes
      return envelopes.isEmpty ? introduceByCode() : challenge()
    // A member that never synced holds nothing that a relay could begin with; the code stays good.
    case (.readingGenesis, .genesis([])):
      return end(.unknownJournal)
    case (.readingGenesis(let code), .genesis(let bytes)):
      progress.founding = (code, bytes)
      return challenge()
    case (_, .opened(let generation, let token)):
      if case .founding = state { memory.code = nil }
      progress.founding = nil
      _ = note(generation)
      memory.token = token
      return remember(then: .exchange)
    default: preconditionFailure("not an event of the opening")
    }
  }

  /// Answers a challenge with what was signed: a login, or the founding of the journal.
  private mutating func answer(_ start: SessionStart) -> Effect {
    let introduction = progress.introduction ?? []
    guard let founding = progress.founding else {
      state = .loggingIn
      return .login(LoginRequest(start: start, address: address, introduction: introduction))
    }
    state = .founding
    return .found(
      FoundRequest(
        start: start, address: address, code: founding.code, genesis: founding.genesis,
        introduction: introduction))
  }

  /// Goes on after a refused login: with the device's introduction, then with a code if there is
  /// one.
  mutating func handleOpening(_ failure: RelayFailure) -> Effect {
    switch (state, failure) {
    case (.founding, .refused(.code, _)):
      progress.codeWasRefused = true
      progress.founding = nil
      memory.code = nil
      return remember(then: .challengeAgain)
    // A relay answers whoever asks for a challenge: where that is unknown, the path is.
    case (.challenging, .refused(.unknown, _)):
      return end(.failed(.refused(.path, retryAfterSeconds: nil)))
    case (.loggingIn, .refused(.unknown, _)):
      guard progress.introduction != nil else {
        state = .readingIntroduction
        return .readIntroduction
      }
      return introduceByCode()
    case (.loggingIn, .shutOut(let by)): return end(.shutOut(by: by))
    case (.loggingIn, .refused(.malformed, _)), (.loggingIn, .refused(.tooLarge, _)):
      // This relay, or a proxy before it, takes no introduction.
      guard progress.introduction != nil else { return end(.failed(failure)) }
      return introduceByCode()
    default: return end(.failed(failure))
    }
  }

  /// Goes on if the relay knows neither the device nor the member who admitted it.
  private mutating func introduceByCode() -> Effect {
    if progress.codeWasRefused { return end(.codeRefused) }
    guard let code = memory.code else { return end(.unknownJournal) }
    state = .readingGenesis(code: code)
    return .readGenesis
  }

  /// Logs in again after a token was refused, a bounded number of times.
  mutating func renew() -> Effect? {
    guard progress.renewals < Self.renewalLimit else { return nil }
    progress.renewals += 1
    memory.token = nil
    return challenge()
  }
}
