internal import AfterwitStore
public import AfterwitSync
internal import AfterwitWire

extension Device {
  /// Exchanges with the relay whenever there is something new on either side, until the task is
  /// cancelled or the home is given another relay.
  /// - Parameters:
  ///   - timeout: how long one exchange may take.
  ///   - pauses: how long to pause before another attempt.
  ///   - tell: is told what happens; what it throws ends the watch.
  /// - Throws: ``DeviceFailure`` of another code than `relay` and `busy`, which may pass.
  public func watch(
    with relay: any ListenableRelay, timeout: Duration, pauses: RetryPolicy,
    clock: some Clock<Duration> = ContinuousClock(), telling tell: (WatchNews) throws -> Void
  ) async throws {
    let (happenings, continuation) = AsyncStream.makeStream(of: WatchHappening.self)
    let background = WatchBackground(
      store: store, relay: relay, clock: clock, continuation: continuation)
    let address = try relayAddress()
    var random = environment.random
    var session = WatchSession(pauses: pauses)
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await background.lookForChanges() }
      var due = session.handle(.began, using: &random)[...]
      var failure: DeviceFailure?
      var iterator = happenings.makeAsyncIterator()
      while true {
        while let effect = due.popFirst() {
          switch effect {
          case .exchange:
            let outcome = await outcome(with: relay, timeout: timeout, clock: clock)
            if case .success(let report) = outcome { try tell(.exchanged(report)) }
            failure = try outcome.passingFailure()
            due += session.handle(WatchSession.Event(outcome), using: &random)
          case .listen:
            let token = try reading { try $0.property(.relayToken).flatMap(Token.init) }
            group.addTask { await background.listen(as: token) }
          case .pause(let duration): group.addTask { try await background.pause(duration) }
          case .tellLost: if let failure { try tell(.lost(failure)) }
          case .tellBack: try tell(.back)
          case .tellUnlistenable: try tell(.unlistenable)
          }
        }
        guard let happening = await iterator.next(), try relayAddress() == address else { return }
        guard let event = try event(of: happening) else { continue }
        due += session.handle(event, using: &random)
      }
    }
  }

  /// What an exchange comes to.
  private func outcome(
    with relay: any Relay, timeout: Duration, clock: some Clock<Duration>
  ) async -> Result<SyncReport, DeviceFailure> {
    do throws(DeviceFailure) {
      return .success(try await sync(with: relay, timeout: timeout, clock: clock))
    } catch {
      return .failure(error)
    }
  }

  /// What something that happened is to the session; `nil` if it is nothing.
  private func event(
    of happening: WatchHappening
  ) throws(DeviceFailure) -> WatchSession.Event? {
    switch happening {
    case .session(let event): return event
    case .signal(let signal):
      let cursor = try reading { try $0.property(.relayCursor) }
        .flatMap { RelayCursor(text: String(decoding: $0, as: UTF8.self)) }
      return .heard(signal, held: cursor?.position)
    case .changed:
      let lacking = try reading { try $0.envelopesLacking(in: try $0.relayHeads()) }
      return lacking.isEmpty ? nil : .written
    }
  }
}

extension Result where Success == SyncReport, Failure == DeviceFailure {
  /// The failure, if there is one and it may pass.
  /// - Throws: one that does not.
  fileprivate func passingFailure() throws(DeviceFailure) -> DeviceFailure? {
    guard case .failure(let failure) = self else { return nil }
    guard failure.code == .relay || failure.code == .busy else { throw failure }
    return failure
  }
}

extension WatchSession.Event {
  fileprivate init(_ outcome: Result<SyncReport, DeviceFailure>) {
    switch outcome {
    case .success(let report): self = .exchanged(agreed: report.agreed)
    case .failure: self = .failed
    }
  }
}
