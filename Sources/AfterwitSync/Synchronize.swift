internal import AfterwitWire

/// Brings a device and a relay to hold the same envelopes, as far as both allow it.
///
/// A call is repeated by `policy` while `budget` lasts, if no relay was found or the relay is busy
/// or asks for patience. A call that is under way when the budget ends may finish; the binding of
/// the relay limits its time.
/// - Throws: what the replica throws, and `CancellationError`; the relay's failures are in the
///   report.
public func synchronize(
  _ replica: some Replica, with relay: any Relay, budget: Duration,
  clock: some Clock<Duration>, policy: RetryPolicy = RetryPolicy(),
  random: inout some RandomNumberGenerator
) async throws -> SyncReport {
  var session = SyncSession(request: replica.request, at: relay.address)
  let deadline = clock.now.advanced(by: budget)
  let hasTime: @Sendable () -> Bool = { clock.now < deadline }
  var shell = SyncShell(
    relay: relay, clock: clock, deadline: deadline, policy: policy, random: random)
  defer { random = shell.random }
  var effect = session.start()
  var prepared: PreparedPage?
  while true {
    if case .end(var report) = effect {
      report.roundTrips = shell.calls
      return report
    }
    if let event = try await shell.call(effect) {
      effect = session.handle(event)
    } else if let call = session.callAhead, shell.hasTime {
      // While the store is busy with one page, the relay reads the next, and the device checks the
      // signatures of that one.
      let ready = prepared
      async let next = replica.prepare(call, from: relay)
      effect = session.handle(try await replica.perform(effect, prepared: ready, while: hasTime))
      // If the session does not need the answer, the call is cancelled instead of awaited.
      if effect == call {
        let (outcome, page) = try await next
        shell.keep(outcome, of: call)
        prepared = page
      }
    } else {
      effect = session.handle(try await replica.perform(effect, prepared: prepared, while: hasTime))
    }
  }
}

/// A page with its envelopes prepared for admission.
private struct PreparedPage: Sendable {
  let envelopes: [[UInt8]]
  let incoming: [IncomingEnvelope]
}

extension Replica {
  /// The outcome of a call, which is made once, and the page that it brings, prepared.
  fileprivate func prepare(
    _ call: SyncSession.Effect, from relay: any Relay
  ) async throws -> (Result<SyncSession.Event?, RelayFailure>, PreparedPage?) {
    let outcome = await relay.outcome(of: call)
    guard !Task.isCancelled, case .success(let event?) = outcome, let envelopes = event.envelopes
    else { return (outcome, nil) }
    return (outcome, PreparedPage(envelopes: envelopes, incoming: try await incoming(envelopes)))
  }

  /// Performs an effect on the device; the shell performs those on the relay.
  fileprivate func perform(
    _ effect: SyncSession.Effect, prepared: PreparedPage?, while hasTime: @Sendable () -> Bool
  ) async throws -> SyncSession.Event {
    switch effect {
    case .recall: return .recalled(try await relayState())
    case .remember(let state):
      try await remember(state)
      return .remembered
    case .sign(let bytes): return .signed(try await sign(bytes))
    case .readGenesis: return .genesis(try await genesis())
    case .readIntroduction: return .introduction(try await introduction())
    case .compare(let relayHeads, let others):
      let ids = others.union(relayHeads.tips.values.joined().map(\.id))
      return .compared(
        SyncSession.Comparison(
          ours: try await heads(), unheld: ids.subtracting(try await held(among: ids)),
          lacking: try await lacking(relayHeads)))
    case .read(let ids, let limit): return .read(try await bytes(of: ids, within: limit))
    case .admit(let envelopes, let state):
      let page =
        if let prepared, prepared.envelopes == envelopes { prepared.incoming } else {
          try await incoming(envelopes)
        }
      return .admitted(try await admit(page, remembering: state, while: hasTime))
    case .challenge, .login, .found, .pull, .askHeads, .fetch, .append, .end:
      preconditionFailure("not an effect on the device")
    }
  }
}

extension SyncSession.Event {
  /// The envelopes of an answer that can bring some.
  fileprivate var envelopes: [[UInt8]]? {
    switch self {
    case .pulled(_, let answer): answer.envelopes
    case .logCame(_, let answer): answer.envelopes
    default: nil
    }
  }
}
