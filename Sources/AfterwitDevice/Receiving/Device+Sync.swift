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
          try transaction.setProperty(.relayHeld, to: nil)
        }
        try transaction.setProperty(.relayAddress, to: Array(address.utf8))
        if let code { try transaction.setProperty(.relayCode, to: Array(code.utf8)) }
      }
    }
  }

  /// Exchanges envelopes with the relay until both hold the same.
  ///
  /// Where another machine writes under this device's identity, the device takes a new one.
  /// - Parameters:
  ///   - timeout: how long to go on trying.
  ///   - clock: what measures it, and what waits between two attempts of one call.
  /// - Throws: ``DeviceFailure`` of the code `relay` or `authentication`; what was received before
  ///   is kept.
  public func sync(
    with relay: any Relay, timeout: Duration, clock: some Clock<Duration> = ContinuousClock()
  ) async throws(DeviceFailure) -> SyncReport {
    try await DeviceFailure.naming {
      try telling(try await exchange(with: relay, timeout: timeout, clock: clock))
    }
  }

  /// A sync whose report is not for a person: what is to be told stays untold.
  func exchange(
    with relay: any Relay, timeout: Duration, clock: some Clock<Duration>
  ) async throws -> SyncReport {
    let end = clock.now.advanced(by: timeout)
    try adoptOwnTip()
    let (report, wrote) = try await session(with: relay, budget: timeout, clock: clock)
    guard wrote else { return report }
    let (second, _) = try await session(
      with: relay, budget: clock.now.duration(to: end), clock: clock)
    return report.followed(by: second)
  }

  /// One session, and whether the device has written something since that the relay lacks.
  private func session(
    with relay: any Relay, budget: Duration, clock: some Clock<Duration>
  ) async throws -> (SyncReport, wrote: Bool) {
    var random = environment.random
    let replica = try DeviceReplica(self)
    let report = try await synchronize(
      replica, with: relay, budget: budget, clock: clock, random: &random)
    let wrote = try writeWhatIsDue(since: replica.identity, hasAgreed: report.agreed)
    let holdsJournal = try !replica.genesis().isEmpty
    if let failure = DeviceFailure(report, relay: try relayAddress(), holdsJournal: holdsJournal) {
      throw failure
    }
    return (report, wrote)
  }
}

extension DeviceFailure {
  private static let safe = "Everything written here is safe and will be sent later."

  /// The failure of a session that could not be held; `nil` where it was held.
  ///
  /// - Parameter holdsJournal: whether this device could bring the journal to a relay.
  init?(_ report: SyncReport, relay address: String?, holdsJournal: Bool) {
    switch report.outcome {
    case .agreed, .disagreed: return nil
    case .interrupted:
      guard let failure = report.pullFailure ?? report.pushFailure else { return nil }
      self.init(failure, relay: address)
    case .unknownJournal: self = holdsJournal ? .unknownJournal(at: address) : .unknownNewcomer
    case .codeRefused: self = .refusedCode(at: address)
    case .outOfTime:
      self.init(
        .relay, "The relay did not answer in time.", safe: Self.safe,
        next: "Type: afterwit sync, later or with a longer --timeout")
    case .failed(let failure): self.init(failure, relay: address)
    }
  }

  private static func unknownJournal(at address: String?) -> DeviceFailure {
    DeviceFailure(
      .authentication, "The relay does not know this journal or this device.", safe: safe,
      next: "With a code of the relay's operator, type: \(setting(address))")
  }

  /// One that has received nothing has nothing to bring and nothing to show: a code is no help.
  private static let unknownNewcomer = DeviceFailure(
    .authentication, "The relay does not know this journal or this device.", safe: safe,
    next: "On another machine of the journal, type: afterwit sync; then here again")

  private static func refusedCode(at address: String?) -> DeviceFailure {
    DeviceFailure(
      .authentication, "The relay does not accept the code: it is wrong or was used before.",
      safe: safe, next: "Ask the relay's operator for a new one, then: \(setting(address))")
  }

  /// The command that brings the journal to a relay.
  private static func setting(_ address: String?) -> String {
    "afterwit relay set \(address ?? "URL") --code CODE"
  }

  /// What a call to the relay at an address came to.
  init(_ failure: RelayFailure, relay address: String? = nil) {
    switch failure {
    case .unreachable(let reason):
      self.init(
        .relay, "The relay cannot be reached: \(reason).", safe: Self.safe,
        next: "Check the network and the address, then type: afterwit sync")
    case .notARelay(let reason):
      self.init(
        .relay, "What answers there is not a relay: \(reason).", safe: Self.safe,
        next: "Check the address: afterwit relay set URL")
    case .refused(let refusal, _): self.init(refusal, relay: address)
    }
  }

  private init(_ refusal: RelayRefusal, relay address: String?) {
    switch refusal {
    case .unauthorized, .unknown: self = .unknownJournal(at: address)
    case .code: self = .refusedCode(at: address)
    case .tooMany: self = .patience("The relay, or a proxy before it, has had too many requests.")
    case .busy: self = .patience("The relay is busy, or a proxy before it does not reach it.")
    case .tooLarge:
      self = .patience("The relay, or a proxy before it, takes no request that large.")
    case .cursor, .malformed:
      self = .patience("The relay did not do what was asked (\(refusal.rawValue)).")
    }
  }
  private static func patience(_ happened: String) -> DeviceFailure {
    DeviceFailure(.relay, happened, safe: safe, next: "Type: afterwit sync, a little later")
  }
}
