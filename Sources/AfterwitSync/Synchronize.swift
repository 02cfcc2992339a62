internal import AfterwitWire

/// Brings a device and a relay to hold the same envelopes, as far as both let it.
///
/// Calls that found no relay, a busy one or one that asks for patience are repeated by `policy`
/// while `budget` lasts. A call under way when the budget ends is let finish: its own time limit is
/// the relay binding's.
/// - Throws: what the replica throws, and `CancellationError`; the relay's failures are in the
///   report.
public func synchronize(
  _ replica: some Replica, with relay: any Relay, budget: Duration,
  clock: some Clock<Duration>, policy: RetryPolicy = RetryPolicy(),
  random: inout some RandomNumberGenerator
) async throws -> SyncReport {
  var session = SyncSession(request: replica.request)
  var shell = SyncShell(
    relay: relay, clock: clock, deadline: clock.now.advanced(by: budget), policy: policy,
    random: random)
  defer { random = shell.random }
  var effect = session.start()
  while true {
    if case .end(var report) = effect {
      report.roundTrips = shell.calls
      return report
    }
    if let event = try await shell.call(effect) {
      effect = session.handle(event)
    } else if let call = session.callAhead, shell.hasTime {
      // While the store is busy with one page, the relay reads the next.
      async let outcome = relay.outcome(of: call)
      effect = session.handle(try await replica.perform(effect))
      // An answer that nobody wants is not waited for: the call is cancelled.
      if effect == call { shell.keep(await outcome, of: call) }
    } else {
      effect = session.handle(try await replica.perform(effect))
    }
  }
}

extension Replica {
  /// Performs an effect on the device; those on the relay are the shell's.
  fileprivate func perform(_ effect: SyncSession.Effect) async throws -> SyncSession.Event {
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
      return .admitted(try await admit(envelopes, remembering: state))
    case .challenge, .login, .found, .pull, .askHeads, .fetch, .append, .end:
      preconditionFailure("not an effect on the device")
    }
  }
}
