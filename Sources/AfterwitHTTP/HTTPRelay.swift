public import AfterwitSync
internal import AsyncHTTPClient
internal import NIOCore

/// A relay over HTTP, as Protocol/6-relay binds it.
///
/// Redirects are not followed: an address that moved is a person's business, and a token must not
/// travel to another host. Close it with ``shutdown()``, or use ``withHTTPRelay(at:limits:_:)``.
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

  let address: RelayAddress
  let limits: TimeLimits
  let client: HTTPClient
  /// Where all connections are, so that no answer goes from one thread to another on its way.
  let loop: any EventLoop

  /// A relay at an address; connects with the first call.
  public init(at address: RelayAddress, limits: TimeLimits = TimeLimits()) {
    self.address = address
    self.limits = limits
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.decompression = .disabled
    // Nobody follows a request but the person who waits for it, whose time it would take.
    configuration.tracing.tracer = nil
    configuration.timeout.connect = TimeAmount(min(limits.connect, limits.call))
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.http1_1ConnectionDebugInitializer = { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(WholeRequestHandler(), position: .first)
      }
    }
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    loop = client.eventLoopGroup.any()
  }

  /// Keeps the relays of this process on one thread; it counts before the first one is made.
  ///
  /// A command speaks to one relay and ends: more threads would only have to be started.
  public static func useOneThread() {
    NIOSingletons.groupLoopCountSuggestion = 1
  }

  /// Closes all connections; no call may follow.
  public func shutdown() async {
    // The only failure is that it was shut down before, which is what was asked for.
    try? await client.shutdown()
  }
}

/// Runs a body with a relay over HTTP and closes its connections, however the body ends.
public func withHTTPRelay<Result>(
  at address: RelayAddress, limits: HTTPRelay.TimeLimits = HTTPRelay.TimeLimits(),
  _ body: (HTTPRelay) async throws -> Result
) async throws -> Result {
  let relay = HTTPRelay(at: address, limits: limits)
  do {
    let result = try await body(relay)
    await relay.shutdown()
    return result
  } catch {
    await relay.shutdown()
    throw error
  }
}
