public import AfterwitSync

/// A relay over HTTP, as Protocol/6-relay binds it.
///
/// Redirects are not followed: an address that moved is a person's business, and a token must not
/// travel to another host. Close it with ``shutdown()``, or use ``withHTTPRelay(at:headers:limits:_:)``.
///
/// ```swift
/// let journal = try #require(JournalID([UInt8](repeating: 7, count: 16)))
/// let request = ChallengeRequest(journal: journal, device: .zero)
/// let address = try RelayAddress("http://127.0.0.1:1")
/// await #expect(throws: RelayFailure.self, "nothing listens there") {
///   try await withHTTPRelay(at: address) { relay in
///     _ = try await relay.challenge(request)
///   }
/// }
/// ```
public struct HTTPRelay: Relay {
  /// How long the relay may take.
  public struct TimeLimits: Hashable, Sendable {
    /// Until there is a connection.
    public var connect: Duration
    /// For one whole call, from the connection to the last byte of the answer.
    public var call: Duration

    /// Limits of given lengths.
    public init(connect: Duration = .seconds(10), call: Duration = .seconds(60)) {
      self.connect = connect
      self.call = call
    }
  }

  /// Where it is dialled, in its one form.
  public var address: String { place.text }

  let place: RelayAddress
  let headers: [RelayHeader]
  let limits: TimeLimits
  let queue: TransferQueue

  /// A relay at an address; connects with the first call.
  ///
  /// - Parameter headers: what a proxy before the relay wants in every request. A proxy that the
  ///   environment names is not sent them.
  public init(
    at address: RelayAddress, headers: [RelayHeader] = [], limits: TimeLimits = TimeLimits()
  ) {
    place = address
    self.headers = headers
    self.limits = limits
    queue = TransferQueue()
  }

  /// Closes all connections; no call may follow.
  public func shutdown() async {
    await queue.close()
  }
}

/// Runs a body with a relay over HTTP and closes its connections, however the body ends.
public func withHTTPRelay<Result>(
  at address: RelayAddress, headers: [RelayHeader] = [],
  limits: HTTPRelay.TimeLimits = HTTPRelay.TimeLimits(), _ body: (HTTPRelay) async throws -> Result
) async throws -> Result {
  let relay = HTTPRelay(at: address, headers: headers, limits: limits)
  do {
    let result = try await body(relay)
    await relay.shutdown()
    return result
  } catch {
    await relay.shutdown()
    throw error
  }
}
