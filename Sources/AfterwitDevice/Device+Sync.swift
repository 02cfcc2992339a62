internal import AfterwitEncoding
internal import AfterwitStore
public import AfterwitSync
internal import AfterwitWire

extension Device {
  /// The relay's address, or `nil` where none is set.
  public func relayAddress() throws(DeviceFailure) -> String? {
    try DeviceFailure.naming {
      try store.read { transaction in try transaction.relayAddress() }
    }
  }

  /// Sets the one relay of this home, without touching the network.
  ///
  /// What was known of another relay is forgotten; nothing of the journal is.
  public func setRelay(_ address: String, code: String?) throws(DeviceFailure) {
    try DeviceFailure.naming {
      try store.write { transaction in
        if try transaction.relayAddress() != address {
          try transaction.remember(RelayState())
          try transaction.setProperty(.relayHeads, to: nil)
        }
        try transaction.setProperty(.relayAddress, to: Array(address.utf8))
        if let code { try transaction.setProperty(.relayCode, to: Array(code.utf8)) }
      }
    }
  }

  /// Exchanges envelopes with the relay until both hold the same.
  ///
  /// - Parameters:
  ///   - timeout: how long to go on trying.
  ///   - clock: what measures it, and what waits between two attempts of one call.
  /// - Throws: ``DeviceFailure`` of the code `relay` or `authentication`; what was received before
  ///   is kept.
  public func sync(
    with relay: any Relay, timeout: Duration, clock: some Clock<Duration> = ContinuousClock()
  ) async throws(DeviceFailure) -> SyncReport {
    try await DeviceFailure.naming {
      let end = clock.now.advanced(by: timeout)
      let report = try await session(with: relay, budget: timeout, clock: clock)
      guard report.agreed, try recordPendingName() else { return report }
      let second = try await session(with: relay, budget: clock.now.duration(to: end), clock: clock)
      return report.followed(by: second)
    }
  }

  private func session(
    with relay: any Relay, budget: Duration, clock: some Clock<Duration>
  ) async throws -> SyncReport {
    var random = environment.random
    let report = try await synchronize(
      DeviceReplica(self), with: relay, budget: budget, clock: clock, random: &random)
    if let failure = DeviceFailure(report) { throw failure }
    return report
  }
}

extension DeviceFailure {
  private static let safe = "Everything written here is safe and will be sent later."

  /// The failure of a session that could not be held; `nil` where it was held.
  fileprivate init?(_ report: SyncReport) {
    switch report.outcome {
    case .agreed, .disagreed: return nil
    case .interrupted:
      guard let failure = report.pullFailure ?? report.pushFailure else { return nil }
      self.init(failure)
    case .unknownJournal:
      self.init(
        .authentication, "The relay does not know this journal or this device.", safe: Self.safe,
        next: "Type: afterwit relay set URL --code CODE")
    case .codeRefused:
      self.init(
        .authentication, "The relay does not accept the code: it is wrong or was used before.",
        safe: Self.safe,
        next: "Ask the relay's operator for a new one, then: afterwit relay set URL --code CODE")
    case .outOfTime:
      self.init(
        .relay, "The relay did not answer in time.", safe: Self.safe,
        next: "Type: afterwit sync, later or with a longer --timeout")
    case .failed(let failure): self.init(failure)
    }
  }

  init(_ failure: RelayFailure) {
    switch failure {
    case .unreachable(let reason):
      self.init(
        .relay, "The relay cannot be reached: \(reason).", safe: Self.safe,
        next: "Check the network and the address, then type: afterwit sync")
    case .notARelay(let reason):
      self.init(
        .relay, "What answers there is not a relay: \(reason).", safe: Self.safe,
        next: "Check the address: afterwit relay set URL")
    case .refused(let refusal, _): self.init(refusal)
    }
  }

  private init(_ refusal: RelayRefusal) {
    switch refusal {
    case .unauthorized, .unknown:
      self.init(
        .authentication, "The relay does not know this journal or this device.", safe: Self.safe,
        next: "Type: afterwit relay set URL --code CODE")
    case .code:
      self.init(
        .authentication, "The relay does not accept the code: it is wrong or was used before.",
        safe: Self.safe, next: "Ask the relay's operator for a new one.")
    case .tooMany, .busy, .tooLarge, .cursor, .malformed:
      self.init(
        .relay, "The relay did not do what was asked (\(refusal.rawValue)).", safe: Self.safe,
        next: "Type: afterwit sync, a little later")
    }
  }
}
