internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitSync
internal import AfterwitWire

/// The relay's service as a device would reach it, without anything between.
struct DirectRelay: Relay {
  let host: RelayHost
  let address = "https://relay.simulated"

  /// Performs a call on the service that runs; its denials become refusals.
  private func ask<Value: Sendable>(
    _ body: (RelayService) async throws(RelayDenial) -> Value
  ) async throws(RelayFailure) -> RelayAnswer<Value> {
    guard let service = host.service else { throw .unreachable(.silence("the relay is down")) }
    do throws(RelayDenial) {
      return RelayAnswer(generation: service.generation, value: try await body(service))
    } catch {
      if error.refusal == .out { throw .shutOut(by: error.by) }
      throw .refused(error.refusal, retryAfterSeconds: error.retryAfterSeconds)
    }
  }

  func challenge(
    _ request: ChallengeRequest
  ) async throws(RelayFailure) -> RelayAnswer<Challenge> {
    try await ask { service throws(RelayDenial) in try service.challenge(request) }
  }

  func login(_ request: LoginRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try await ask { service throws(RelayDenial) in try await service.login(request) }
  }

  func found(_ request: FoundRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try await ask { service throws(RelayDenial) in try await service.found(request) }
  }

  func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer> {
    try await ask { service throws(RelayDenial) in
      try await service.append(envelopes, as: service.session(for: token))
    }
  }

  func pull(
    after cursor: RelayCursor, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<PullAnswer> {
    try await ask { service throws(RelayDenial) in
      try await service.pull(after: cursor, as: service.session(for: token))
    }
  }

  func heads(as token: Token) async throws(RelayFailure) -> RelayAnswer<HeadsAnswer> {
    try await ask { service throws(RelayDenial) in
      try await service.heads(as: service.session(for: token))
    }
  }

  func log(
    of device: DeviceID, from first: UInt64, through last: UInt64, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<LogAnswer> {
    try await ask { service throws(RelayDenial) in
      try await service.log(
        of: device, from: first, through: last, as: service.session(for: token))
    }
  }

  func openMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await ask { service throws(RelayDenial) in
      try await service.openMailbox(mailbox, as: service.session(for: token))
    }
  }

  func closeMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await ask { service throws(RelayDenial) in
      try await service.closeMailbox(mailbox, with: token)
    }
  }

  func leave(
    _ message: [UInt8], in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await ask { service throws(RelayDenial) in
      try await service.leave(message, in: service.mailbox(for: mailbox))
    }
  }

  func collect(
    after count: Int, in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<MailboxAnswer> {
    try await ask { service throws(RelayDenial) in
      try await service.collect(after: UInt64(count), in: service.mailbox(for: mailbox))
    }
  }
}
