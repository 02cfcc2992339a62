public import AfterwitWire

/// A relay that says at once when a journal has something new.
///
/// What it says is a hint: it may come late, twice or not at all (Protocol/6-relay, "Events").
public protocol ListenableRelay: Relay {
  /// Listens until the relay ends it, which says nothing of the relay.
  /// - Parameter hear: is given each signal as it comes, and must not take long.
  func listen(
    as token: Token, hearing hear: @escaping @Sendable (RelaySignal) -> Void
  ) async throws(RelayFailure)
}
