public import AfterwitSync
public import AfterwitWire

extension HTTPRelay: ListenableRelay {
  /// The longest stream: a session lasts a day.
  private static let longest = Duration.seconds(25 * 3600)

  /// `GET /v1/events`.
  public func listen(
    as token: Token, hearing hear: @escaping @Sendable (RelaySignal) -> Void
  ) async throws(RelayFailure) {
    let request = Request(
      method: .get, url: address + RelayCall.events, token: token, headers: headers, body: nil,
      limits: TimeLimits(connect: limits.connect, call: Self.longest), hear: hear)
    let answer = try await exchange(request)
    guard !answer.isOfEvents else { return }
    _ = try answer.requireGenuine()
    throw .notARelay("it tells of events in another form")
  }
}
