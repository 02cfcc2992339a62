internal import AfterwitEncoding
internal import AfterwitStore
public import AfterwitSync
internal import AfterwitWire

extension Device {
  /// The folder that holds everything of it.
  public var place: Home { home }

  /// Whether this process has written into the home.
  public var hasWritten: Bool { store.hasWritten }

  /// Whether the relay, as far as is known, lacks what this home itself wrote last; `false` where no
  /// relay is set.
  public func hasUnsent() throws(DeviceFailure) -> Bool {
    try reading { transaction in
      guard try transaction.relayAddress() != nil, let tip = try transaction.ownTip(), tip != .zero
      else { return false }
      let heads = try transaction.relayHeads()
      return !heads.tips.values.contains { $0.contains { $0.id == tip } }
    }
  }

  /// Exchanges envelopes with the relay while nobody reads the report: what a person must be told
  /// once stays to be told.
  public func syncUnattended(
    with relay: any Relay, timeout: Duration, clock: some Clock<Duration> = ContinuousClock()
  ) async throws(DeviceFailure) -> SyncReport {
    try await DeviceFailure.naming {
      try reading { transaction in try transaction.requireDevice() }
      return try await exchange(with: relay, timeout: timeout, clock: clock)
    }
  }

  /// Keeps how such an exchange ended, for ``status()``.
  public func keep(_ result: AutomaticSyncResult) throws(DeviceFailure) {
    try writing { transaction in
      try transaction.setProperty(.automaticSync, to: result.bytes)
    }
  }
}
