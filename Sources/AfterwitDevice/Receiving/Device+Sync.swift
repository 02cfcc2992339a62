internal import AfterwitEncoding
internal import AfterwitStore
public import AfterwitSync

extension Device {
  /// The relay's address; `nil` if none is set.
  public func relayAddress() throws(DeviceFailure) -> String? {
    try reading { transaction in try transaction.relayAddress() }
  }

  /// The headers that a proxy before the relay wants; they are secrets.
  public func relayHeaders() throws(DeviceFailure) -> [RelayHeader] {
    try reading { transaction in try transaction.relayHeaders() }
  }

  /// Sets the one relay of this home, without touching the network.
  ///
  /// What was known of another relay is forgotten; nothing of the journal is. Secrets meant for the
  /// same scheme, host and port are kept, because only the path was corrected then. Whatever key the
  /// relay shows next is taken for its own: so a relay that began anew is spoken to again.
  /// - Parameter headers: what a proxy before the relay wants in each request; `nil` leaves those
  ///   that are set.
  public func setRelay(
    _ address: String, code: String?, headers: [RelayHeader]? = nil
  ) throws(DeviceFailure) {
    try writing { transaction in
      try transaction.setRelay(address, headers: headers)
      try transaction.setProperty(.relayKey, to: nil)
      if let code { try transaction.setProperty(.relayCode, to: Array(code.utf8)) }
    }
  }

  /// Exchanges envelopes with the relay until both hold the same.
  ///
  /// If another machine writes under this device's identity, the device takes a new one.
  /// - Parameters:
  ///   - timeout: how long to go on trying.
  ///   - clock: measures that time, and waits between two attempts of one call.
  /// - Throws: ``DeviceFailure`` of the code `relay` or `authentication`; what was received until
  ///   then is kept.
  public func sync(
    with relay: any Relay, timeout: Duration, clock: some Clock<Duration> = ContinuousClock()
  ) async throws(DeviceFailure) -> SyncReport {
    try await DeviceFailure.naming {
      try reading { transaction in try transaction.requireDevice() }
      do {
        let report = try await exchange(with: relay, timeout: timeout, clock: clock)
        try settleRejoining()
        return try telling(report)
      } catch DeviceFailure.relay(.unknownJournal(let address)) {
        throw try isRejoining()
          ? DeviceFailure.membership(.rejoining)
          : DeviceFailure.relay(.unknownJournal(address: address))
      }
    }
  }

  /// A sync whose report nobody reads, so that what a person must be told is still to be said.
  func exchange(
    with relay: any Relay, timeout: Duration, clock: some Clock<Duration>
  ) async throws -> SyncReport {
    let end = clock.now.advanced(by: timeout)
    try adoptOwnTip()
    var (report, wrote) = try await session(with: relay, budget: timeout, clock: clock)
    if wrote {
      let (second, _) = try await session(
        with: relay, budget: clock.now.duration(to: end), clock: clock)
      report = report.followed(by: second)
    }
    if report.pulled > 0 { try compareClocks() }
    keepAnswer()
    return report
  }

  /// Keeps that the relay answered, by the minute, which is all that a person is told.
  ///
  /// An exchange that finds nothing new writes nothing else; where this cannot be kept, all else is.
  private func keepAnswer() {
    let now = environment.nowMilliseconds()
    let kept = try? store.read { transaction in try transaction.relayAnswered() }
    if let kept, kept <= now, now - kept < 60_000 { return }
    try? store.write { transaction in try transaction.setRelayAnswered(at: now) }
  }

  /// One session, and whether the device has written something afterwards that the relay lacks.
  private func session(
    with relay: any Relay, budget: Duration, clock: some Clock<Duration>
  ) async throws -> (SyncReport, wrote: Bool) {
    var random = environment.random
    let replica = try DeviceReplica(self)
    let report = try await synchronize(
      replica, with: relay, budget: budget, clock: clock, random: &random)
    let wrote = try writeWhatIsDue(
      since: replica.identity, hasAgreed: report.agreed, hasPulled: report.pulled > 0)
    let holdsJournal = try !replica.genesis().isEmpty
    // Only who is shut out is told names.
    let fact = RelayFact(report, address: try relayAddress(), holdsJournal: holdsJournal) {
      let device = $0
      return (try? store.read { try $0.deviceNames() })?[device] ?? device.shortText
    }
    if let fact {
      throw DeviceFailure.relay(fact)
    }
    return (report, wrote)
  }
}
